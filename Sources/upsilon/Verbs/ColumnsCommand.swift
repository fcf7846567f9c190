import Console
import Support

/// `upsilon columns`: what the columns of tables are called, their units and what they mean.
enum ColumnsCommand: Command {
  static let table = Positional<String?>("table", "One table, as fits, galaxies or points.")

  static let name = "columns"
  static let summary = "List the columns of tables: name, unit, meaning."
  static let details = [
    "Data files and rules over points use the names of 'galaxies' and 'points'. The axes of a grid "
      + "and the parameters of other laws change with the spec; the columns of a run are in its "
      + "manifest."
  ]
  static let parameters: [any Parameter] = [table]
  static let examples = ["columns", "columns fits"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    var tables = ColumnPage.tables
    if let name = arguments[table] {
      let names = tables.map(\.name)
      tables = tables.filter { $0.name == name }
      if tables.isEmpty {
        throw InputRejected(
          "there is no table '\(name)'",
          help: "\(names.advice(for: name)); tables of steps follow from those that they read")
      }
    }
    terminal.out(tables.flatMap(\.blocks).map(ReferenceText.text).joined(separator: "\n\n"))
    return .done
  }
}
