import Support
import Tables

/// Columns that hold one value for all of a block, as its head says them: `*V*_{200} = 135.2 ± 7.3
/// km/s`, or `= 500 km/s, at its upper bound`.
struct FittedValues {
  private let table: Table
  private let tables: TableSet
  private let columns: [Column]

  /// A column with what goes with it.
  private struct Column {
    let name: String
    let values: ChannelValues
    let errors: [Double]?
    let bounds: ChannelValues?
    let unit: String
  }

  /// - Parameters:
  ///   - expressions: The columns.
  ///   - table: The table whose rows find their values.
  ///   - tables: The tables beside it.
  init(_ expressions: [Expression], over table: Table, _ tables: TableSet) {
    self.table = table
    self.tables = tables
    let names = TableNames(table.schema, tables.schemas)
    let axis = AxisText(table.schema, tables.schemas)
    columns = expressions.map { expression in
      let name = expression.names.first ?? expression.canonicalText
      let dot = name.lastIndex(of: ".").map { name.index(after: $0) } ?? name.startIndex
      let (prefix, last) = (name[..<dot], name[dot...])
      func beside(_ other: String) -> ChannelValues? {
        let other = "\(prefix)\(other)"
        guard names.kind(of: other) != nil else { return nil }
        return Expression(named: other).map { ChannelValues($0, over: table, tables) }
      }
      return Column(
        name: String(last), values: ChannelValues(expression, over: table, tables),
        errors: beside("e_\(last)")?.numbers, bounds: beside("bound"),
        unit: UnitText.suffix(axis.unit(of: name)))
    }
  }

  /// What is said of the rows of a block, in the order of the columns; nothing of what is missing.
  func texts(_ rows: [Int]) -> [Block.Value] {
    guard let row = rows.first else { return [] }
    return columns.compactMap { column in
      let symbol = QuantitySymbol.text(column.name)
      guard column.values.words == nil else {
        return column.values.label(row).map { .init("\(symbol) = \($0)", isDoubtful: false) }
      }
      let value = column.values.numbers[row]
      guard value.isFinite else { return nil }
      let bounds = column.bounds?.label(row)?.split(separator: ", ")
      if let bound = bounds?.first(where: { $0.split(separator: " ").first == column.name[...] }),
        let side = bound.split(separator: " ").last
      {
        let text = FigureNumber.text(value, digits: 3)
        return .init("\(symbol) = \(text)\(column.unit), at its \(side) bound", isDoubtful: true)
      }
      let text =
        column.errors.map { FigureNumber.text(value, error: $0[row]) }
        ?? FigureNumber.text(value, digits: 3)
      return .init("\(symbol) = \(text)\(column.unit)", isDoubtful: false)
    }
  }

  /// The bounds that the rows of a block lie on: `*c*_{200} lower`; `nil` for none.
  func bound(_ rows: [Int]) -> String? {
    guard let row = rows.first else { return nil }
    let texts = columns.compactMap { $0.bounds?.label(row) }.filter { !$0.isEmpty }
    return texts.first.map(QuantitySymbol.bound)
  }
}
