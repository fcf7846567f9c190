import Console
import Records
import Runs
import Support
import Tables

/// Which rows of a table of a run to show, in which order, and which columns of it and of the
/// tables that its rows can be joined with.
struct TableChoice {
  /// What was asked for, as it was typed; `nil` for all, as they are.
  let condition: String?
  let order: String?
  let columns: String?

  /// Whether less than all is chosen, or in another order.
  var isOfSome: Bool { condition != nil || order != nil || columns != nil }

  /// What was chosen.
  struct Chosen {
    /// The rows in their order, with the columns of other tables that are asked for at the end; of
    /// rows as they are, the first ones.
    let table: Table
    /// How many rows there are.
    let total: Int
    /// The names of the columns that were asked for, if some were.
    let columns: [String]?
    /// The names of the columns that tell something.
    let telling: [String]
  }

  /// Chooses, and holds no more than is shown.
  ///
  /// - Parameters:
  ///   - stored: A table of the run.
  ///   - run: The run.
  ///   - most: How many rows are shown at most; `nil` for all.
  /// - Returns: The rows, with what is to be known of the others.
  /// - Throws: `InputRejected` with all mistakes, ``FileError`` if a file cannot be read.
  func choose(from stored: StoredTable, of run: StoredRun, most: Int? = nil) throws -> Chosen {
    let report = InputReport()
    let condition = self.condition.flatMap { expression($0, "--where", report) }
    let order = self.order.flatMap { expression(Self.key(of: $0), "--sort", report) }
    let columns = try self.columns.map(Self.names)
    try report.check()
    let named = columns.asList.flatMap(\.self)
    let mentioned = [condition, order].compactMap(\.self).flatMap(\.names) + named
    let others = try tables(of: run, mentioned, in: stored.schema)
    let isSound = condition.map { Self.isSound($0, TableNames(stored.schema, others.schemas)) }
    var found = FoundRows(
      stored.schema, columns: columns.map { Set($0 + (order?.names).asList.joined()) },
      // A note of one hidden row would take the line of that row.
      most: order == nil ? most.map { $0 + 1 } : nil)
    try stored.forEachPart { part in
      // A mistake is told when all words are known.
      if isSound == false { return found.learn(part.schema) }
      found.take(part, condition?.rows(of: part, others) ?? Array(0..<part.rowCount))
    }
    let names = TableNames(found.schema, others.schemas)
    condition?.check(in: names, expecting: .boolean, report)
    order?.check(in: names, expecting: nil, report)
    for name in named where ExpressionConstant.named(name) != nil || names.kind(of: name) == nil {
      report.error(
        "table '\(stored.schema.name)' has no column '\(name)'", at: nil,
        help: names.advice(for: name))
    }
    try report.check()
    let table = found.table
    var rows = Array(0..<table.rowCount)
    if let order, let text = self.order {
      rows = Self.sorted(rows, by: order, isDescending: text.hasPrefix("-"), table, others)
    }
    var chosen = table.keeping(rows, as: table.name)
    for name in named where chosen[name] == nil {
      guard case .joined(let schema, let index) = names.source(of: name),
        let value = expression("`\(name)`", "--columns", report)
      else { continue }
      let column = schema.columns[index].renamed(name)
      chosen = chosen.adding(
        column, value.column(over: table.keeping(rows, as: table.name), others).0)
    }
    return Chosen(table: chosen, total: found.total, columns: columns, telling: found.telling)
  }

  private static func isSound(_ condition: Expression, _ names: TableNames) -> Bool {
    let report = InputReport()
    condition.check(in: names, expecting: .boolean, report)
    return !report.hasErrors
  }

  private func expression(
    _ text: String, _ option: String, _ report: InputReport
  ) -> Expression? {
    Expression(parsing: SourceText(name: option, text: text), report)
  }

  /// The tables that names may refer to.
  private func tables(
    of run: StoredRun, _ names: [String], in table: TableSchema
  ) throws -> TableSet {
    let needsCatalogue = names.contains { table[$0] == nil }
    var others = TableSet()
    for entry in run.manifest.tables where entry.name != table.name {
      let isNamed = names.contains { $0.hasPrefix("\(entry.name).") }
      guard isNamed || (needsCatalogue && entry.name == TableName.galaxies) else { continue }
      if let other = try run.table(entry.name) { others.add([other]) }
    }
    return others
  }

  /// What rows are sorted by, without the dash that turns the order.
  private static func key(of order: String) -> String {
    order.hasPrefix("-") ? String(order.dropFirst()) : order
  }

  /// Rows in rising or falling order; those without a value come last, equal ones stay as they are.
  private static func sorted(
    _ rows: [Int], by order: Expression, isDescending: Bool, _ table: Table, _ others: TableSet
  ) -> [Int] {
    let (values, kind) = order.column(over: table, others)
    var ranks = values
    if case .word(let vocabulary) = kind, let words = vocabulary {
      let places = words.indices.sorted {
        words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8)
      }
      var rank = [Double](repeating: 0, count: words.count)
      for (position, word) in places.enumerated() { rank[word] = Double(position) }
      ranks = values.map { $0.isNaN ? $0 : rank[Int($0)] }
    }
    return rows.enumerated().sorted { one, other in
      let (left, right) = (ranks[one.element], ranks[other.element])
      if left.isNaN || right.isNaN {
        return !left.isNaN || (right.isNaN && one.offset < other.offset)
      }
      if left == right { return one.offset < other.offset }
      return isDescending ? left > right : left < right
    }.map(\.element)
  }

  private static func names(_ text: String) throws -> [String] {
    let names = text.split(separator: ",").map { $0.trimmed }
    guard !names.isEmpty else {
      throw InputRejected("'--columns' names no column", help: "write --columns galaxy,chi2")
    }
    return names
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
