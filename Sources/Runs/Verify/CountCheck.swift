import Records
import Specs
import Support
import Tables

/// Holds what a manifest counts and names against its spec and its tables: sample, cells, units,
/// statuses, and which tables there are.
///
/// It asks for nothing that an earlier engine did otherwise.
struct CountCheck {
  private let manifest: Manifest
  /// What is wrong, each as the end of a sentence about the manifest.
  private(set) var messages: [String] = []
  /// How many units of each status the tables of units have so far.
  private var statuses: [String: Int] = [:]
  /// How many rows these tables have.
  private var rows = 0
  /// The galaxies that the table of units that is read has so far.
  private var galaxies: Set<String> = []
  /// The rows so far of another table that is read.
  private var gathered: Table?

  init(_ manifest: Manifest) {
    self.manifest = manifest
    checkProducts()
    checkTables()
  }

  private mutating func checkProducts() {
    let spec = manifest.spec
    let cells = Self.product(spec.axes.map(\.count))
    if manifest.cells != cells {
      messages.append(
        "says \(manifest.cells.grouped) cells, and the axes of its grid have "
          + (cells?.grouped ?? "too many to count"))
    }
    let (galaxies, results) = (manifest.sample.galaxies.count, resultsPerGalaxy)
    let units = Self.product([manifest.cells, galaxies, results])
    if manifest.units != units {
      messages.append(
        "says \(manifest.units.grouped) units, and \(manifest.cells.grouped) cells × "
          + "\(galaxies.grouped) galaxies × \(results) results are "
          + (units?.grouped ?? "too many to count"))
    }
    let counted = Self.sum(manifest.statuses.map(\.count))
    if manifest.units != counted {
      messages.append(
        "says \(manifest.units.grouped) units, and its statuses are of "
          + (counted?.grouped ?? "too many to count"))
    }
    if Set(manifest.sample.galaxies).count < galaxies {
      messages.append("names a galaxy of the sample twice")
    }
  }

  /// How many units a cell has for each galaxy.
  private var resultsPerGalaxy: Int {
    let models = (manifest.spec.json["model"]?["fit"]).asList.flatMap(\.elements).count
    return (hasPosteriors ? 2 : 1) * models + (manifest.spec.hasOffsets ? 1 : 0)
  }

  private var hasPosteriors: Bool { manifest.spec.json["posterior"] != nil }

  /// Every run keeps the record of its cuts and what its spec asks for: all tables, or some.
  private mutating func checkTables() {
    let spec = manifest.spec.json
    let steps = spec["analyses"].asList.flatMap(\.elements).compactMap { step in
      step.elements.first { $0.elements.first?.string == "name" }?.elements.last?.string
    }
    let units =
      (spec["model"]?["fit"] == nil ? [] : [TableName.fits])
      + (hasPosteriors ? [PosteriorTable.posteriors, .evidences].map(\.rawValue) : [])
      + (manifest.spec.hasOffsets ? [TableName.offsets] : [])
    let wanted = spec["tables"]?.array?.compactMap(\.string)
    let names =
      [TableName.cutFlow, TableName.dropped]
      + (wanted ?? [TableName.galaxies] + units + steps)
    for name in names where manifest.table(name) == nil {
      messages.append("has no table '\(name)', which its spec asks for")
    }
    for table in manifest.tables {
      let constants = table.axes.filter { axis in
        manifest.spec.axes.contains { $0.name == axis && $0.count == 1 }
      }
      if table.constants != constants {
        messages.append(
          "has other axes of one value for table '\(table.name)' than its grid has")
      }
    }
  }

  /// Takes in rows of a table that is read part by part.
  mutating func take(_ part: Table) {
    switch part.name {
    case TableName.galaxies, TableName.cutFlow, TableName.dropped:
      gathered =
        gathered.map { known in
          Table(part.schema, zip(known.values, part.values).map { $0 + $1 })
        } ?? part
    case TableName.fits, PosteriorTable.evidences.rawValue:
      statuses.merge(Self.tally(part, "status"), uniquingKeysWith: +)
      takeUnits(part)
    case TableName.offsets:
      let refused = Self.tally(part, "reason").values.reduce(0, +)
      statuses["refused", default: 0] += refused
      statuses["measured", default: 0] += part.rowCount - refused
      takeUnits(part)
    default: break
    }
  }

  private mutating func takeUnits(_ part: Table) {
    rows += part.rowCount
    galaxies.formUnion(Self.tally(part, "galaxy").keys)
  }

  /// Looks at a table all of which was taken in.
  mutating func end(_ name: String) {
    if let table = gathered { check(table) }
    if Self.tablesOfUnits.contains(name) { checkUnits(name) }
    (gathered, galaxies) = (nil, [])
  }

  private mutating func check(_ table: Table) {
    switch table.name {
    case TableName.galaxies: checkSample(table)
    case TableName.cutFlow: checkCuts(table)
    default:
      let names = Self.tally(table, "galaxy")
      if manifest.sample.galaxies.contains(where: { names[$0] != nil }) {
        messages.append("has a galaxy in its sample that '\(table.name)' drops")
      }
    }
  }

  private mutating func checkSample(_ table: Table) {
    if Self.words(table, "galaxy") != manifest.sample.galaxies {
      messages.append("has other galaxies in its sample than '\(table.name)'")
    }
    let points = table["points"].asList.joined().reduce(0, +)
    if points != Double(manifest.sample.points) {
      messages.append(
        "says \(manifest.sample.points.grouped) points, and '\(table.name)' has "
          + (points.isFinite ? JSONValue.spelling(of: points) : "a count that is missing"))
    }
  }

  private mutating func checkCuts(_ table: Table) {
    let (kinds, after) = (Self.words(table, "kind"), table["after"].asList.joined())
    guard let last = Array(zip(kinds, after)).last(where: { $0.0 == "galaxies" })?.1,
      last != Double(manifest.sample.galaxies.count)
    else { return }
    messages.append(
      "says \(manifest.sample.galaxies.count.grouped) galaxies, and the cuts of '\(table.name)' "
        + "leave another number")
  }

  /// The tables with a row for each unit.
  private static let tablesOfUnits = [
    TableName.fits, PosteriorTable.evidences.rawValue, TableName.offsets,
  ]

  /// Compares the galaxies of a table of units; after the last such table, the statuses.
  private mutating func checkUnits(_ name: String) {
    if galaxies != Set(manifest.sample.galaxies) {
      messages.append("has other galaxies in its sample than '\(name)'")
    }
    guard rows == manifest.units else { return }
    for status in manifest.statuses where status.count != statuses[status.status, default: 0] {
      messages.append(
        "says \(status.count.grouped) units are '\(status.status)', and its tables have "
          + statuses[status.status, default: 0].grouped)
    }
  }

  /// A column as text; nothing where the table has no such column.
  private static func words(_ table: Table, _ column: String) -> [String] {
    guard let index = table.schema.index(of: column) else { return [] }
    return (0..<table.rowCount).map { table.text(row: $0, column: index) }
  }

  /// How often a column has each word; nothing where the table has no such column.
  private static func tally(_ table: Table, _ column: String) -> [String: Int] {
    guard let index = table.schema.index(of: column) else { return [:] }
    var counts = [Int](repeating: 0, count: table.schema.columns[index].words.count)
    for value in table.values[index] where !value.isNaN { counts[Int(value)] += 1 }
    let words = zip(table.schema.columns[index].words, counts).filter { $0.1 > 0 }
    return Dictionary(words, uniquingKeysWith: +)
  }

  private static func product(_ factors: [Int]) -> Int? {
    factors.reduce(1) { product, factor in
      guard let (value, overflow) = product?.multipliedReportingOverflow(by: factor) else {
        return nil
      }
      return overflow ? nil : value
    }
  }

  private static func sum(_ terms: [Int]) -> Int? {
    terms.reduce(0) { sum, term in
      guard let (value, overflow) = sum?.addingReportingOverflow(term) else { return nil }
      return overflow ? nil : value
    }
  }
}
