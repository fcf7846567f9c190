import Datasets
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
  ///   - report: Takes what is wrong.
  func mapping(_ object: JSONObject, names: [String], _ report: InputReport) -> TableMapping {
    var mapping = TableMapping()
    for entry in object.list(columns) {
      guard check(entry.key, names, report), let given = entry.value else { continue }
      let isName = entry.key.value == "galaxy"
      switch given.source {
      case .word where !isName, .fileName where !isName:
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
      guard check(entry.key, names, report) else { continue }
      guard UnitNames.isKnown(entry.value.value) else {
        report.error(
          "unknown unit '\(entry.value.value)'", at: entry.value.place,
          help: "write it like kpc, arcsec, km/s, solLum/pc2")
        continue
      }
      mapping.units.append((entry.key.value, entry.value.value))
    }
    mapping.units.sort { $0.name < $1.name }
    mapping.drop = object[drop]
    mapping.form = TextTableForm(
      separator: object[separator], hasDecimalComma: object[decimal] == ",",
      missing: object.list(missing))
    return mapping
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
