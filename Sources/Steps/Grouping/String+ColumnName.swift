import Support

extension String {
  /// Whether an expression can name a table or column by this text.
  var isColumnName: Bool {
    utf8.allSatisfy(\.isWordByte) && utf8.first?.isDigit == false
  }
}
