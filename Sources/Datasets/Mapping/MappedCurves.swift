import Galaxies
import Support

/// The curves of a text table that a mapping explains.
struct MappedCurves {
  let curves: [NamedCurve]
  private(set) var counts: CurveCounts
  let notes: [String]

  /// - Parameters:
  ///   - source: The file.
  ///   - mapping: What its columns are.
  ///   - mistakes: Takes what is wrong.
  ///   - knownDistance: The distance of a galaxy as catalogue or spec have it, Mpc.
  init?(
    _ source: SourceText, _ mapping: TableMapping, _ mistakes: Mistakes,
    knownDistance: @escaping (String) -> Double
  ) {
    let before = mistakes.count
    guard let text = TextTable.read(source, mapping.form, mistakes),
      let applied = mapping.applied(to: text, KnownColumn.ofPoints, mistakes)
    else { return nil }
    let table = applied.fields
    let names = Self.names(table, mapping, source, mistakes)
    let densities = DensityColumns(table, mistakes)
    if mistakes.count == before {
      Self.require(table, densities == nil ? DensityColumns.speeds : [], mistakes)
    }
    guard let names, mistakes.count == before else { return nil }
    var columns = CurveColumns(
      table, names: names, distanceLabel: "distance",
      labels: Dictionary(uniqueKeysWithValues: PointColumn.all.map { ($0.name, $0.name) }),
      mistakes)
    columns.densities = densities
    guard mistakes.count == before else { return nil }
    text.tellFlaws(mistakes)
    var rows = CurveRows(table, columns, mistakes, knownDistance: knownDistance)
    curves = rows.curves()
    counts = rows.counts
    counts.dropped = (applied.dropped, text.rows.count)
    notes =
      applied.notes + table.conversionNotes() + [densities].compactMap(\.self).flatMap(\.notes)
  }

  /// How the rows tell their galaxy: by a column, or by the name of the file.
  private static func names(
    _ table: FieldTable, _ mapping: TableMapping, _ source: SourceText, _ mistakes: Mistakes
  ) -> CurveColumns.Names? {
    if let position = table.position(of: "galaxy") { return .column(position) }
    if let column = mapping.columns.first(where: { $0.name == "galaxy" }),
      case .fileName(let pattern) = column.source
    {
      return .one(FilePattern(pattern).star(in: source.name))
    }
    mistakes.add(
      "nothing names the galaxy of the rows", source, table.header,
      help: #"map it: "galaxy": "LABEL", {"text": "NGC 2403"} or {"file": "*.dat"}"#)
    return nil
  }

  private static func require(_ table: FieldTable, _ speeds: [String], _ mistakes: Mistakes) {
    let labels = #""columns": {"#
    for name in ["radius", "v_obs", "e_v_obs"] + speeds
    where table.position(of: name) == nil {
      let advice =
        switch name {
        case "radius", "v_obs": #"map it: \#(labels)"\#(name)": "LABEL"}"#
        case "e_v_obs":
          #"map it, or declare one error for all: \#(labels)"e_v_obs": {"value": 5}}"#
        default:
          #"map it, or declare that there is none: \#(labels)"\#(name)": {"value": 0}}"#
        }
      mistakes.add("nothing is '\(name)'", table.source, table.header, help: advice)
    }
  }
}
