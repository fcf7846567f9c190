import Galaxies

extension FieldTable {
  /// What is to be said of units that are not those of the program, in one sentence.
  var conversionNotes: [String] {
    let known =
      GalaxyColumn.all.map { ($0.name, $0.unit) } + PointColumn.all.map { ($0.name, $0.unit) }
    let wanted = Dictionary(known, uniquingKeysWith: { first, _ in first })
    let converted = zip(columns, units).compactMap { name, declared -> String? in
      guard let declared, let unit = wanted[name], let own = declared.unit,
        let target = UnitParser.unit(unit), own.conversion(to: target)?.isIdentity != true
      else { return nil }
      return "\(name) from '\(declared.text)'"
    }
    return converted.isEmpty ? [] : ["units are converted: \(converted.joined(separator: ", "))"]
  }
}
