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

  /// Chooses.
  ///
  /// - Parameters:
  ///   - table: A table of the run.
  ///   - run: The run.
  /// - Returns: The rows in their order, with the columns of other tables that are asked for at the
  ///   end; and the names of the columns to show, `nil` for all.
  /// - Throws: `InputRejected` with all mistakes.
  func choose(from table: Table, of run: StoredRun) throws -> (table: Table, columns: [String]?) {
    let report = InputReport()
    let condition = self.condition.flatMap { expression($0, "--where", report) }
    let order = self.order.flatMap { expression(Self.key(of: $0), "--sort", report) }
    let columns = try self.columns.map(Self.names)
    try report.check()
    let named = columns.asList.flatMap(\.self)
    let mentioned = [condition, order].compactMap(\.self).flatMap(\.names) + named
    let others = try tables(of: run, mentioned, in: table)
    let names = TableNames(table.schema, others.schemas)
    condition?.check(in: names, expecting: .boolean, report)
    order?.check(in: names, expecting: nil, report)
    for name in named where ExpressionConstant.named(name) != nil || names.kind(of: name) == nil {
      report.error(
        "table '\(table.name)' has no column '\(name)'", at: nil, help: names.advice(for: name))
    }
    try report.check()
    var rows = condition?.rows(of: table, others) ?? Array(0..<table.rowCount)
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
    return (chosen, columns)
  }

  private func expression(
    _ text: String, _ option: String, _ report: InputReport
  ) -> Expression? {
    Expression(parsing: SourceText(name: option, text: text), report)
  }

  /// The tables that names may refer to.
  private func tables(
    of run: StoredRun, _ names: [String], in table: Table
  ) throws -> TableSet {
    let needsCatalogue = names.contains { table.schema[$0] == nil }
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
