import Datasets
import Galaxies
import Support

/// The keys that say how a text table is read: those of points, and those of a catalogue.
struct MappingKeys {
  let columns = JSONKey(
    "columns", ColumnEntry.type.tolerant.map,
    "where the file has each column: a label, a number, {\"from\", \"unit\"} or {\"value\"}")
  let units = JSONKey(
    "units", Self.unitsType,
    "the units of columns for which the file has none, by name, or in one text like \"kpc km/s\"")
  let missing = JSONKey(
    "missing", JSONType<String>.string.list, "what stands for a missing value, beside nothing")
  let drop = JSONKey(
    "drop", JSONType<Expression>.expression, "the rows that are left out, as a condition")
  let separator = JSONKey(
    "separator", JSONType<TextSeparator>.choice("separator"),
    "what separates the fields, where that cannot be seen")
  let decimal = JSONKey(
    "decimal", JSONType<String>.word(of: [".", ","], noun: "decimal mark"),
    "what stands before the decimals")

  var all: [any JSONKeyDeclaration] { [columns, units, missing, drop, separator, decimal] }

  typealias UnitEntry = JSONType<Located<String>>.Entry

  private static let unitsByName = JSONType<String>.string.located.map

  /// An object of units by name, or a text, which becomes one entry without a name.
  private static let unitsType = JSONType<[UnitEntry]>(
    schema: ["anyOf": [["type": "string"], unitsByName.schema]], words: "text of units, or object"
  ) { node, report in
    guard let text = node.string else { return unitsByName.read(node, report) }
    return [UnitEntry(Located("", at: node.place), Located(text, at: node.place))]
  }

  /// The keys that are given.
  func given(_ object: JSONObject) -> [any JSONKeyDeclaration] {
    all.filter { object.has($0) }
  }

  /// The mapping of an object.
  ///
  /// - Parameters:
  ///   - object: The object.
  ///   - names: The columns that there are.
  ///   - takesOthers: Whether there may be columns of other names.
  ///   - report: Takes what is wrong.
  /// - Returns: The mapping, without entries that have a mistake.
  func mapping(
    _ object: JSONObject, names: [String], takesOthers: Bool = false, _ report: InputReport
  ) -> TableMapping {
    var mapping = TableMapping()
    let given = Set(object.list(columns).map(\.key.value))
    func check(_ key: Located<String>, from source: ColumnSource? = nil) -> Bool {
      if names.contains(key.value) { return true }
      // Who names the label itself means it.
      let near = source == .text(key.value) ? nil : names.nearest(to: key.value)
      return takesOthers
        ? checkOwn(key, near: near.flatMap { given.contains($0) ? nil : $0 }, report)
        : self.check(key, names, report)
    }
    for entry in object.list(columns) {
      guard check(entry.key, from: entry.value?.source), let given = entry.value else { continue }
      let isName = entry.key.value == "galaxy"
      let isOwn = !names.contains(entry.key.value)
      if let unit = given.unit, !isOwn, !unit.value.isEmpty, !isKnown(unit, report) { continue }
      switch given.source {
      case .word where !isName && !isOwn, .fileName where !isName:
        report.error(
          "'\(entry.key.value)' is a number", at: given.place,
          help: "'text' and 'file' give the name of the galaxy")
      case .constant where isName:
        report.error(
          "the galaxy is a name", at: given.place, help: #"write {"text": "NGC 2403"}"#)
      default:
        mapping.columns.append(
          MappedColumn(
            entry.key.value, given.source, unit: given.unit?.value, at: given.place))
      }
    }
    mapping.columns.sort { $0.name < $1.name }
    for entry in object.list(units) {
      guard !entry.key.value.isEmpty else {
        if let found = UnitText.units(in: entry.value.value, for: names) {
          mapping.units += found
        } else {
          report.error(
            "'\(entry.value.value)' are no units of columns", at: entry.value.place,
            help: #"write one for each kind, like "kpc km/s", or {"radius": "kpc"}"#)
        }
        continue
      }
      guard check(entry.key) else { continue }
      let isOwn = !names.contains(entry.key.value)
      guard isOwn || isKnown(entry.value, report) else { continue }
      mapping.units.append((entry.key.value, entry.value.value))
    }
    mapping.units.sort { $0.name < $1.name }
    mapping.drop = object[drop]
    mapping.form = TextTableForm(
      separator: object[separator], hasDecimalComma: object[decimal] == ",",
      missing: object.list(missing))
    return mapping
  }

  private func isKnown(_ unit: Located<String>, _ report: InputReport) -> Bool {
    if UnitNames.isKnown(unit.value) { return true }
    report.error(
      "unknown unit '\(unit.value)'", at: unit.place,
      help: "write it like kpc, arcsec, km/s, solLum/pc2")
    return false
  }

  /// Checks a name that may be one of the user's own; one that nearly is that of a column
  /// which the mapping does not have is taken for a slip.
  private func checkOwn(
    _ key: Located<String>, near: String?, _ report: InputReport
  ) -> Bool {
    let name = key.value
    if let near {
      report.error("no column '\(name)' is read", at: key.place, help: "did you mean '\(near)'?")
    } else if ProgramNames.all.contains(name) {
      report.error(
        "'\(name)' is a name of the program's own", at: key.place,
        help: "call it something else, as my_\(name)")
    } else if !name.isColumnName {
      report.error(
        "'\(name)' cannot name a column", at: key.place, help: String.columnNameRule)
    } else {
      return true
    }
    return false
  }

  private func check(
    _ key: Located<String>, _ names: [String], _ report: InputReport
  ) -> Bool {
    if names.contains(key.value) { return true }
    report.error(
      "no column '\(key.value)' is read", at: key.place, help: names.advice(for: key.value))
    return false
  }
}
