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
        table(keys.map { row(of: $0, within: "") }),
      ] + keys.filter { !$0.parts.isEmpty }.flatMap(section))
  }

  private static func section(of key: KeyReference) -> [ReferenceBlock] {
    [
      .heading(key.name), .paragraph("\(key.summary.capitalizedSentence)."), table(of: key.parts),
    ]
  }

  /// Keys as a table; those of an object within another stand below it under its name.
  static func table(of keys: [KeyReference]) -> ReferenceBlock {
    table(keys.flatMap { rows(of: $0, within: "") })
  }

  private static func table(_ rows: [[String]]) -> ReferenceBlock {
    .table(head: ["key", "type", "default", "meaning"], rows: rows)
  }

  private static func rows(of key: KeyReference, within path: String) -> [[String]] {
    [row(of: key, within: path)]
      + key.parts.flatMap { rows(of: $0, within: "\(path)\(key.name).") }
  }

  private static func row(of key: KeyReference, within path: String) -> [String] {
    [MarkdownText.code(path + key.name), key.type, usual(of: key), key.summary]
  }

  /// What the key is without being given.
  private static func usual(of key: KeyReference) -> String {
    guard let usual = key.usual else { return key.isRequired ? "required" : "" }
    return MarkdownText.code(usual)
  }
}
