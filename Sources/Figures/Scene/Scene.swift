/// A figure with all that is to be seen in it, measured in the units of its data.
///
/// A scene knows nothing of points on paper, and nothing of tables: the grammar makes it of tables,
/// the drawing makes of it a picture. Texts are in the markup of labels: `*V*_{200}`, `10^{−10}`,
/// `*italic*`, `_{sub}`, `^{super}`.
package struct Scene: Sendable {
  /// Begins the names of its elements, so that many figures share a page: small letters, digits
  /// and hyphens.
  package var id: String
  /// What it is, as plain text.
  package var title: String
  /// How many, the best, what is on a bound: numbers from the data, as plain text.
  package var summary: String
  package var size: FigureSize
  /// Lines over all blocks.
  package var head: [HeadLine]
  /// The blocks row by row; `nil` leaves a place empty.
  package var blocks: [Block?]
  package var blocksPerRow: Int
  /// One line of key for the whole page; empty where every block has its own labels.
  package var key: [KeyEntry]
  /// Lines under all blocks.
  package var notes: [String]

  package init(
    id: String, title: String, summary: String, size: FigureSize, head: [HeadLine],
    blocks: [Block?], blocksPerRow: Int, key: [KeyEntry], notes: [String]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.size = size
    self.head = head
    self.blocks = blocks
    self.blocksPerRow = blocksPerRow
    self.key = key
    self.notes = notes
  }
}
