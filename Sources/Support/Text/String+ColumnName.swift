extension String {
  /// Whether an expression can name a table or column by this text, without backquotes.
  package var isColumnName: Bool {
    utf8.allSatisfy(\.isWordByte) && utf8.first?.isDigit == false && utf8.count <= 100
  }

  /// What to do about one that is none.
  package static let columnNameRule =
    "use up to 100 letters, digits and '_', starting with a letter"
}
