import Galaxies

extension FieldTable {
  /// The columns whose units are not those of the program, each as `radius from 'arcsec'`.
  ///
  /// - Parameter labels: What the table calls the columns of the program; those that are not here
  ///   have their own name.
  func conversions(_ labels: [String: String] = [:]) -> [String] {
    var said: Set<String> = []
    return Self.wanted.compactMap { name, unit in
      guard let position = position(of: labels[name] ?? name), let declared = units[position],
        let own = declared.unit, let target = UnitParser.unit(unit),
        own.conversion(to: target)?.isIdentity != true, said.insert(name).inserted
      else { return nil }
      return "\(name) from '\(declared.text)'"
    }
  }

  /// What is to be said of them, in one sentence.
  func conversionNotes(_ labels: [String: String] = [:]) -> [String] {
    let converted = conversions(labels)
    return converted.isEmpty ? [] : ["units are converted: \(converted.joined(separator: ", "))"]
  }

  /// The units of the program.
  private static let wanted =
    GalaxyColumn.all.map { ($0.name, $0.unit) } + PointColumn.all.map { ($0.name, $0.unit) }
    + ["sigma_hi", "sigma_gas", "sigma_star"].map { ($0, "solMass / pc2") }
}
