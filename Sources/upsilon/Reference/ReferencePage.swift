/// A page of the reference, made from what the program declares of itself.
///
/// A page has no form of its own: ``markdown`` makes it a page of the book.
struct ReferencePage: Sendable {
  /// What the page is called where others point to it: `LawReference`.
  let name: String
  let title: String
  /// What the page lists, in one sentence.
  let summary: String
  let blocks: [ReferenceBlock]

  /// What the file of the page in the book says.
  var markdown: String {
    let head = ["# \(MarkdownText.escaped(title))", MarkdownText.escaped(summary)]
    return (head + blocks.map(\.markdown)).joined(separator: "\n\n") + "\n"
  }
}
