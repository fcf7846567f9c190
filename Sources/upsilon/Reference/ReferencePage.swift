/// A page of the reference, made from what the program declares of itself.
///
/// A page has no form of its own: ``markdown`` makes it a page of the book.
package struct ReferencePage: Sendable, CustomStringConvertible {
  /// What the page is called where others point to it: `LawReference`.
  package let name: String
  let title: String
  /// What the page lists, in one sentence.
  let summary: String
  let blocks: [ReferenceBlock]

  package var description: String { name }

  /// What the file of the page in the book says.
  package var markdown: String {
    let head = ["# \(MarkdownText.escaped(title))", MarkdownText.escaped(summary)]
    return (head + blocks.map(\.markdown)).joined(separator: "\n\n") + "\n"
  }
}
