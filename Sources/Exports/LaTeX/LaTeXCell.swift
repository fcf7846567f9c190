import Tables

/// Columns of a table that make one of a LaTeX table: a value, or a value with its errors.
struct LaTeXCell {
  private enum Form {
    case plain(Int)
    /// A value and its error.
    case symmetric(Int, error: Int)
    /// A value and the ends of its interval.
    case asymmetric(Int, lower: Int, upper: Int)
  }

  private let form: Form
  private let table: Table
  private let digits: Int
  /// What stands for a missing value.
  private let missing: String

  /// The column that names and measures it.
  var column: ColumnSchema { table.schema.columns[place] }

  private var place: Int {
    switch form {
    case .plain(let place), .symmetric(let place, _), .asymmetric(let place, _, _): place
    }
  }

  /// How the columns of a table go together, in the order of their values.
  ///
  /// A value `x` goes with `e_x`, or with `x_p16` and `x_p84`, or `x_lower` and `x_upper`; a
  /// `median` or `value` alone with such columns without a name of their own.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - digits: Significant digits of numbers without an error.
  ///   - missing: What stands for a missing value.
  /// - Returns: One cell a column of the LaTeX table.
  static func cells(of table: Table, digits: Int, missing: String) -> [LaTeXCell] {
    let schema = table.schema
    var used: Set<Int> = []
    var forms: [Form] = []
    func place(_ name: String) -> Int? {
      schema.index(of: name).flatMap { schema.columns[$0].kind == .real ? $0 : nil }
    }
    for (index, column) in schema.columns.enumerated() where column.kind == .real {
      var pairs = [("p16", "p84"), ("lower", "upper"), ("lower1", "upper1")].map {
        ("\(column.name)_\($0)", "\(column.name)_\($1)")
      }
      if column.name == "median" || column.name == "value" {
        pairs += [("p16", "p84"), ("lower", "upper"), ("lower1", "upper1")]
      }
      let found = pairs.lazy.compactMap { pair in
        place(pair.0).flatMap { lower in place(pair.1).map { (lower, $0) } }
      }.first
      if let found {
        used.formUnion([index, found.0, found.1])
        forms.append(.asymmetric(index, lower: found.0, upper: found.1))
      } else if let error = place("e_\(column.name)") {
        used.formUnion([index, error])
        forms.append(.symmetric(index, error: error))
      }
    }
    forms += schema.columns.indices.filter { !used.contains($0) }.map { .plain($0) }
    return forms.map { LaTeXCell(form: $0, table: table, digits: digits, missing: missing) }
      .sorted { $0.place < $1.place }
  }

  /// Whether it is set to the left, as words are.
  var isText: Bool {
    if case .word = column.kind { return true }
    return false
  }

  /// The text of a row.
  func text(_ row: Int) -> String {
    let value = table.values[place][row]
    guard value.isFinite else { return missing }
    switch column.kind {
    case .word: return LaTeXText.escaped(column.words[Int(value)])
    case .flag: return value == 0 ? "no" : "yes"
    case .integer: return "$\(Int(value))$"
    case .real: break
    }
    func other(_ place: Int) -> Double { table.values[place][row] }
    switch form {
    case .plain: return LaTeXNumber.text(value, digits: digits)
    case .symmetric(_, let error):
      return LaTeXNumber.text(value, error: other(error)) ?? LaTeXNumber.text(value, digits: digits)
    case .asymmetric(_, let lower, let upper):
      return LaTeXNumber.text(value, lower: value - other(lower), upper: other(upper) - value)
        ?? LaTeXNumber.text(value, digits: digits)
    }
  }
}
