import Specs
import Support

/// `CITATION.cff`: how a bundle is cited, in the Citation File Format 1.2.0.
///
/// Texts are written as JSON has them, which YAML reads as well.
package struct CitationFile: Sendable {
  package static let fileName = "CITATION.cff"

  private let subject: BundleSubject

  /// - Returns: `nil` if there are no authors, without whom nothing can be cited.
  package init?(_ subject: BundleSubject) {
    guard !subject.authors.isEmpty else { return nil }
    self.subject = subject
  }

  package var bytes: [UInt8] {
    let head = [
      "cff-version: 1.2.0",
      "message: \(Self.text("Please cite these results, and the works in references.bib."))",
      "type: dataset",
      "title: \(Self.text(subject.title))",
      "abstract: \(Self.text(subject.summary))",
      "date-released: \(Self.text(subject.date))",
      "authors:",
    ]
    let lines = head + subject.authors.flatMap(lines)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func lines(of author: Author) -> [String] {
    let (family, given) = author.parts
    return ["  - family-names: \(Self.text(family))"]
      + [
        given.map { "    given-names: \(Self.text($0))" },
        author.orcid.map { "    orcid: \(Self.text($0.address))" },
        author.affiliation.map { "    affiliation: \(Self.text($0))" },
      ].compactMap(\.self)
  }

  private static func text(_ text: String) -> String { JSONValue.string(text).canonicalText }
}
