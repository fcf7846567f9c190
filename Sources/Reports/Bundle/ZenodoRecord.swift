import Specs
import Support

/// `.zenodo.json`: what Zenodo fills its form with when a bundle is deposited.
///
/// The licence is left to the authors, who choose it there.
package struct ZenodoRecord: Sendable {
  package static let fileName = ".zenodo.json"

  private let subject: BundleSubject

  /// - Returns: `nil` if there are no authors.
  package init?(_ subject: BundleSubject) {
    guard !subject.authors.isEmpty else { return nil }
    self.subject = subject
  }

  package var bytes: [UInt8] {
    let papers = subject.bibliography
    let creators = subject.authors.map { author -> JSONValue in
      .object(
        [.init("name", .string(author.familyFirst))]
          + [
            author.affiliation.map { JSONValue.Member("affiliation", .string($0)) },
            author.orcid.map { JSONValue.Member("orcid", .string($0.text)) },
          ].compactMap(\.self))
    }
    let related = papers.identifiers.map { identifier -> JSONValue in
      ["identifier": .string(identifier), "relation": "references", "scheme": "doi"]
    }
    let value: JSONValue = [
      "title": .string(subject.title), "upload_type": "dataset",
      "description": .string(HTML(text: subject.summary).text),
      "publication_date": .string(subject.date), "creators": .array(creators),
      "keywords": ["galaxy rotation curves", "Upsilon"],
      "references": .array(papers.texts.map { .string($0) }),
      "related_identifiers": .array(related),
    ]
    return value.readableBytes
  }
}
