/// A fact on a line of its own: its name, then what is to be said.
enum FactLine {
  /// How many columns a name takes.
  private static let nameWidth = 12

  /// Where what is said begins, in columns.
  static let indent = nameWidth + 3

  static func text(_ name: String, _ text: String) -> String {
    let blanks = String(repeating: " ", count: max(0, nameWidth - name.count))
    return "  \(name)\(blanks) \(text)"
  }
}
