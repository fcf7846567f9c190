import Specs
import Support

/// The page of the keys of a spec, from their declarations.
enum KeyPage {
  static var page: ReferencePage {
    let keys = SpecKeys.reference
    return ReferencePage(
      name: "KeyReference", title: "Keys of a spec",
      summary: "Every key of a spec, with its type, its default and what it says.",
      blocks: [
        .paragraph(
          "A spec is one JSON object. A key that is not listed is a mistake, and so is one that "
            + "stands twice."),
        table(of: keys.map { $0.withoutParts }),
      ] + keys.filter { !$0.parts.isEmpty }.flatMap(section))
  }

  private static func section(of key: KeyReference) -> [ReferenceBlock] {
    [
      .heading(key.name), .paragraph("\(key.summary.capitalizedSentence)."), table(of: key.parts),
    ]
  }

  /// Keys as a table; those of an object within another stand below it under its name.
  static func table(of keys: [KeyReference]) -> ReferenceBlock {
    .table(
      head: ["key", "type", "default", "meaning"],
      rows: keys.flatMap { rows(of: $0, within: "") })
  }

  private static func rows(of key: KeyReference, within path: String) -> [[String]] {
    let name = path + key.name
    let usual = key.isRequired ? "required" : key.usual.map(MarkdownText.code) ?? ""
    return [[MarkdownText.code(name), key.type, usual, key.summary]]
      + key.parts.flatMap { rows(of: $0, within: "\(name).") }
  }
}

extension KeyReference {
  /// The key alone, without the keys of the object that it holds.
  fileprivate var withoutParts: KeyReference {
    KeyReference(
      name: name, type: type, usual: usual, isRequired: isRequired, summary: summary, parts: [])
  }
}
