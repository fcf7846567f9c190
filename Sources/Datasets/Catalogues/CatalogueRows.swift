import Galaxies
import Support

/// Reads rows of a catalogue, one galaxy a row.
///
/// An empty field is a missing value. Distances, radii, luminosities and surface brightnesses are
/// positive; errors and masses are not negative; inclinations are above 0° and at most 90°; flags
/// are whole numbers of their range, and types lie in theirs.
enum CatalogueRows {
  /// Reads every row.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - galaxyLabel: The column that names the galaxy.
  ///   - labels: The columns by the name of their ``GalaxyColumn``.
  ///   - zeroIsMissing: The galaxy columns in which a zero means that the value is missing.
  ///   - own: What it has in columns of the user's own.
  ///   - mistakes: Takes what is wrong.
  /// - Returns: The entries in the order of the table.
  /// - Precondition: The table has the column of names.
  static func entries(
    of table: FieldTable, galaxyLabel: String, labels: [String: String],
    zeroIsMissing: Set<String> = [], own: OwnFields? = nil, _ mistakes: Mistakes
  ) -> [CatalogueEntry] {
    guard let namePosition = table.position(of: galaxyLabel) else {
      preconditionFailure("the table has no column '\(galaxyLabel)'")
    }
    let columns = GalaxyColumn.all.compactMap { column in
      labels[column.name].flatMap { label in
        table.position(of: label).map {
          table.number(
            $0, unit: column.unit, column.rule,
            zeroIsMissing.contains(column.name) ? .zero : .empty, mistakes
          ).column
        }.map { (name: column.name, number: $0) }
      }
    }
    var lines: [String: Int] = [:]
    return table.rows.indices.map { row in
      let name = table.rows[row][namePosition]
      checkName(name, in: table, &lines, mistakes)
      let values = columns.map { column in
        (column.name, column.number.value(inRow: row, of: table, mistakes))
      }
      return CatalogueEntry(
        galaxy: name.text, place: Place(table.source, name.span),
        values: Dictionary(uniqueKeysWithValues: values), own: own?.values(inRow: row) ?? .none)
    }
  }

  private static func checkName(
    _ name: FieldTable.Field, in table: FieldTable, _ lines: inout [String: Int],
    _ mistakes: Mistakes
  ) {
    if !GalaxyName.check(name.text, table.source, name.span, mistakes) { return }
    if let line = lines[name.text] {
      mistakes.add(
        "galaxy '\(name.text)' stands twice", table.source, name.span,
        help: "it stands first at line \(line)")
    } else {
      lines[name.text] = table.source.line(of: name.span.lowerBound)
    }
  }
}

extension GalaxyColumn {
  /// What a catalogue may say in this column.
  var rule: ValueRule {
    switch name {
    case "hubble_type": .between(-10...11)
    case "distance_method": .whole(1...5)
    case "quality": .whole(1...3)
    case "inclination": .inclination
    case "m_hi": .notNegative
    case let name where name.hasPrefix("e_"): .notNegative
    default: .positive
    }
  }
}
