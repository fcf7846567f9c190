import Support
import Tables

/// The draws of a unit as a chain of weighted rows.
struct Chain {
  private let draws: DrawUnits
  private let unit: DrawUnits.Unit
  /// The columns of the quantities that the unit has.
  private let columns: [Int]

  /// What stands for -ln 0.
  private static let greatest = 1e30

  init(_ draws: DrawUnits, _ unit: DrawUnits.Unit) {
    (self.draws, self.unit) = (draws, unit)
    let values = draws.table.values
    columns = draws.quantities.filter { column in
      unit.rows.contains { values[column][$0].isFinite }
    }
  }

  /// What keeps it from being written.
  var mistake: String? {
    let table = draws.table
    for row in unit.rows {
      guard let column = columns.first(where: { !table.values[$0][row].isFinite }) else { continue }
      let name = table.schema.columns[column].name
      return "row \(row + 1) of '\(table.name)' lacks '\(name)', and a chain has no missing number"
    }
    return nil
  }

  /// The rows: weight, -ln L, quantities.
  var bytes: [UInt8] {
    let table = draws.table
    return unit.rows.flatMap { row in
      let weight = draws.weight.map { table.values[$0][row] } ?? 1
      let likelihood = table.values[draws.likelihood][row]
      let numbers =
        [weight, likelihood.isFinite ? -likelihood : Self.greatest]
        + columns.map { table.values[$0][row] }
      return Array((numbers.map { "\($0)" }.joined(separator: " ") + "\n").utf8)
    }
  }

  /// A line for each quantity: its name, and how figures write it.
  var parameterNames: String {
    names.enumerated().map { index, name in
      let unit = draws.table.schema.columns[columns[index]].unit
      let label = "\\mathrm{\(Self.typeset(name))}"
      return unit.isEmpty
        ? "\(name) \(label)\n" : "\(name) \(label)\\,[\\mathrm{\(Self.typeset(unit))}]\n"
    }.joined()
  }

  /// A line for each quantity: its name and its ends, `N` where there is none.
  func ranges(_ ranges: [String: ClosedRange<Double>]) -> String {
    zip(columns, names).map { column, name in
      let range = ranges[draws.table.schema.columns[column].name]
      return range.map { "\(name) \($0.lowerBound) \($0.upperBound)\n" } ?? "\(name) N N\n"
    }.joined()
  }

  private var names: [String] {
    ASCIIText.names(columns.map { draws.table.schema.columns[$0].name })
  }

  private static func typeset(_ text: String) -> String {
    text.replacing("_", with: "\\_").replacing(" ", with: "\\,")
  }
}
