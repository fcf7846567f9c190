package import Support

/// Somebody who answers for an experiment, as bundles cite them; it determines no result.
package struct Author: Keyed, Hashable {
  package static let keys: [ObjectKey<Self>] = [
    .required(
      "name", \.name, name,
      "given names and one family name, or \"family name, given names\""),
    .optional("orcid", \.orcid, ORCID.type, "the ORCID, as 0000-0002-1825-0097"),
    .optional("affiliation", \.affiliation, line, "where the author works"),
  ]

  /// How many authors a spec has at most.
  static let most = 1_000

  /// The name as it was written.
  package private(set) var name = ""
  package private(set) var orcid: ORCID?
  package private(set) var affiliation: String?

  package init() {}

  /// A list of authors, each of them once.
  static let list = type.list.atMost(most).distinct("author") { $0.name }

  /// The family name, and the given names if there are any.
  package var parts: (family: String, given: String?) {
    if let comma = name.firstIndex(of: ",") {
      return (
        Self.trimmed(name[..<comma]), Self.trimmed(name[name.index(after: comma)...])
      )
    }
    guard let blank = name.lastIndex(of: " ") else { return (name, nil) }
    return (String(name[name.index(after: blank)...]), Self.trimmed(name[..<blank]))
  }

  /// The name with the family name first: `Rubin, Vera C.`.
  package var familyFirst: String {
    let (family, given) = parts
    return ([family] + given.asList).joined(separator: ", ")
  }

  /// The name with the given names first: `Vera C. Rubin`.
  package var givenFirst: String {
    let (family, given) = parts
    return (given.asList + [family]).joined(separator: " ")
  }

  /// A text of one line with something in it.
  private static let line = JSONType<String>(
    schema: ["type": "string", "minLength": 1], words: "text"
  ) { node, report in
    guard let text = JSONType<String>.string.read(node, report) else { return nil }
    let found = trimmed(text[...])
    guard !found.isEmpty, !found.unicodeScalars.contains(where: { $0.isControl }) else {
      report.error("expected a text of one line", at: node.place)
      return nil
    }
    return found
  }

  /// A name with something on both sides of its comma, where it has one.
  private static let name = line.map { text, node, report in
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    if parts.count <= 2, !parts.contains("") { return text }
    report.error(
      "'\(text)' is no name of one person", at: node.place,
      help: "write \"Vera C. Rubin\" or \"Rubin, Vera C.\", and one entry for each author")
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
