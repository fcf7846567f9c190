package import Support

/// Rows of text fields under named columns; every field knows its place.
///
/// Invariant: every row has one field per column.
package struct FieldTable {
  /// What stands in one row under one column; an empty text means that nothing does.
  package struct Field {
    package let text: String
    package let span: Range<Int>
    /// The number that the text spells as a ``DecimalNumber``; `nil` if it spells none.
    let decimal: Double?

    init(text: String, span: Range<Int>) {
      self.init(text: text, span: span, decimal: DecimalNumber.value(of: text))
    }

    /// A field whose number is known already.
    init(text: String, span: Range<Int>, decimal: Double?) {
      (self.text, self.span, self.decimal) = (text, span, decimal)
    }
  }

  package let source: SourceText
  package let columns: [String]
  /// What the file says of the units of the columns.
  let units: [DeclaredUnit?]
  /// Where each column is named.
  let spans: [Range<Int>]
  /// How the numbers of each column are written.
  let numbers: [WrittenNumber]
  /// What stands for a missing value, beside an empty field.
  let marks: Set<String>
  /// Where the columns are named.
  package let header: Range<Int>
  package let rows: [[Field]]

  init(
    source: SourceText, columns: [String], units: [DeclaredUnit?]? = nil,
    spans: [Range<Int>]? = nil, numbers: [WrittenNumber]? = nil, marks: Set<String> = [],
    header: Range<Int>, rows: [[Field]]
  ) {
    self.numbers = numbers ?? columns.map { _ in WrittenNumber() }
    self.marks = marks
    self.spans = spans ?? columns.map { _ in header }
    self.source = source
    self.columns = columns
    self.units = units ?? columns.map { _ in nil }
    self.header = header
    self.rows = rows
  }

  /// The position of a column in every row.
  package func position(of column: String) -> Int? {
    columns.firstIndex(of: column)
  }

  /// The bytes from the first to the last field of a row.
  package func span(ofRow row: [Field]) -> Range<Int> {
    let filled = row.filter { !$0.text.isEmpty }
    guard let first = filled.first, let last = filled.last else { return header }
    return first.span.lowerBound..<max(first.span.upperBound, last.span.upperBound)
  }

  /// Checks that columns are there, and says which are not.
  package func require(_ names: [String], _ mistakes: Mistakes) -> Bool {
    let missing = names.filter { !columns.contains($0) }
    for name in missing {
      mistakes.add(
        "missing column '\(name)'", source, header,
        help: "the file has \(columns.joined(separator: ", "))")
    }
    return missing.isEmpty
  }
}

extension WrittenNumber {
  /// The number that a field spells, correctly rounded; `nil` if it spells none.
  func value(of field: FieldTable.Field) -> Double? {
    if !hasDecimalComma, let plain = field.decimal { return plain }
    return field.text.isEmpty ? nil : value(of: field.text)
  }
}
