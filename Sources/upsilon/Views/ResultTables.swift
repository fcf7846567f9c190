import Console
import Plans
import Specs
import Steps
import Support
import Tables

/// The tables of the steps as a summary shows them.
///
/// What nothing else is made of stands in the columns that matter, all others in one line.
struct ResultTables {
  private static let rowsShown = 8
  private static let tablesShown = 4
  /// A table of more columns than these is cut to those that matter.
  private static let columnsShown = 8

  private let spec: ExperimentSpec
  private let tables: [(table: Table, step: any Step)]
  /// The names of tables that later steps read.
  private let read: Set<String>

  init(_ spec: ExperimentSpec, _ tables: TableSet) {
    self.spec = spec
    self.tables = tables.all.compactMap { table in
      let step = spec.analyses.first {
        table.name == $0.name.value || table.name.hasPrefix("\($0.name.value).")
      }
      return step.map { (table, $0) }
    }
    read = Set(spec.analyses.flatMap { $0.mentionedTables + [$0.input.value] })
  }

  /// The lines of all tables.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - show: The command that shows the run, or one of its tables.
  /// - Returns: A block for each table in full, then a line for the others.
  func lines(width: Int, show: ([String]) -> String) -> [String] {
    let shown = shown
    let names = Set(shown.map(\.table.name))
    let others = tables.map(\.table).filter { !names.contains($0.name) }
    var lines = shown.flatMap { table, step in
      ["", "  \(table.name)"]
        + TableView(table: table, columns: columns(of: table, step)).lines(
          width: width, maximumRows: Self.rowsShown, indent: 4)
    }
    if let other = others.first {
      let list = others.map { "\($0.name) (\($0.rowCount.counted("row", "rows")))" }
        .joined(separator: ", ")
      lines += [""] + "also made: \(list)".wrapped(to: width - 4, hanging: 2).map { "  \($0)" }
      // A command that is broken between words cannot be typed.
      let isAlone = others.count == 1
      lines.append(
        "    '\(show(isAlone ? [other.name] : []))' lists \(isAlone ? "its rows" : "all tables")")
    }
    return lines
  }

  /// The tables that are shown in full; of many those that expectations and the answer read.
  private var shown: [(table: Table, step: any Step)] {
    let all = tables.filter(isShown)
    guard all.count > Self.tablesShown else { return all }
    let read = all.filter { !mentioned(of: $0.table).isEmpty }
    return read.isEmpty ? Array(all.prefix(Self.tablesShown)) : read
  }

  /// Whether a table may be shown in full.
  ///
  /// Not one that only feeds others, nor one with a row for each of many galaxies; what stands
  /// beside a table only where that itself is not shown.
  private func isShown(_ table: Table, _ step: any Step) -> Bool {
    guard isShort(table), !read.contains(table.name) else { return false }
    let main = tables.first { $0.table.name == step.name.value }?.table
    guard let main, main.name != table.name else { return true }
    return !isShort(main) && !table.schema.keys.contains("galaxy")
  }

  private func isShort(_ table: Table) -> Bool {
    let isLong = table.schema.keys.contains("galaxy") && table.rowCount > Self.rowsShown
    return !isLong && table.rowCount > 0
  }

  /// The columns to show; `nil` for all that tell something.
  ///
  /// Of a wide table those are shown that were varied, optimised, compared, expected or answered
  /// with, as far as there are values, and keys that differ.
  private func columns(of table: Table, _ step: any Step) -> [String]? {
    let names = table.schema.columns.map(\.name)
    let isOwn = table.name == step.name.value
    let wanted =
      (isOwn ? step.headlines : []) + mentioned(of: table)
      + spec.grid.filter { !$0.isConstant }.map(\.name) + (spec.models.count > 1 ? ["model"] : [])
    guard names.count > Self.columnsShown, isOwn, !step.headlines.isEmpty else { return nil }
    let chosen = names.filter { name in
      let values = table.values(name)
      return wanted.contains(name)
        ? values.contains { !$0.isNaN } : table.schema.keys.contains(name) && varies(values)
    }
    return chosen.isEmpty ? nil : chosen
  }

  /// The columns of a table that expectations and the answer read.
  private func mentioned(of table: Table) -> [String] {
    spec.expectations.filter { $0.table.value == table.name }.compactMap(\.column?.value)
      + spec.answer.asList.flatMap { $0.columns(of: table.schema) }
  }

  private func varies(_ values: [Double]) -> Bool {
    values.contains { !$0.isNaN && $0 != values[0] }
  }
}
