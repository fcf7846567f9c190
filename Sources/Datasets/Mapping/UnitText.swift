/// Several units in one text, as `kpc km/s`: each is that of the columns it fits.
package enum UnitText {
  /// The units by the names of columns, sorted.
  ///
  /// - Parameters:
  ///   - text: The units, with blanks, commas or semicolons between them.
  ///   - names: The columns that there are.
  /// - Returns: `nil` if a part of the text is no unit of any of them, or two parts are of one.
  package static func units(
    in text: String, for names: [String]
  ) -> [(name: String, unit: String)]? {
    let known = (KnownColumn.ofPoints + KnownColumn.ofCatalogues).filter {
      names.contains($0.name)
    }
    let words = text.split { " ,;\t".contains($0) }.map(String.init)
    guard (1...20).contains(words.count), let parts = parts(words[...], known) else { return nil }
    var units: [String: String] = [:]
    for part in parts {
      for column in known where fits(part, column) {
        guard units[column.name] == nil || units[column.name] == part else { return nil }
        units[column.name] = part
      }
    }
    return units.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The words put together to units, of which each fits a column.
  private static func parts(_ words: ArraySlice<String>, _ known: [KnownColumn]) -> [String]? {
    guard !words.isEmpty else { return [] }
    for count in stride(from: min(words.count, 5), through: 1, by: -1) {
      let part = words.prefix(count).joined(separator: " ")
      guard known.contains(where: { fits(part, $0) }) else { continue }
      if let rest = parts(words.dropFirst(count), known) { return [part] + rest }
    }
    return nil
  }

  /// Whether a unit is meant for a column: it can be converted, and megaparsecs are no radius.
  private static func fits(_ text: String, _ column: KnownColumn) -> Bool {
    guard let unit = UnitParser.unit(text), let wanted = column.unit.flatMap(UnitParser.unit),
      wanted != .number
    else { return false }
    if column.mayBeAngle, unit.isAngle { return true }
    guard unit.conversion(to: wanted) != nil else { return false }
    return !unit.isLength || (unit.exponent >= 6) == (wanted.exponent >= 6)
  }
}
