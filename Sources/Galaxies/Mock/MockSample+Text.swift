/// The sample as comma-separated values, in the format `csv`.
extension MockSample {
  /// What the catalogue says of each galaxy.
  package var catalogueText: String {
    let columns = GalaxyColumn.all.filter { $0.field != nil }
    return Self.table(
      ["galaxy"] + columns.map { $0.name },
      galaxies.map { galaxy in
        [galaxy.name] + columns.map { Self.spelling($0.value(of: galaxy)) }
      })
  }

  /// The points of every curve.
  package var pointsText: String {
    Self.table(
      ["galaxy"] + PointColumn.all.map { $0.name },
      galaxies.flatMap { galaxy in
        galaxy.curve.radius.indices.map { index in
          [galaxy.name]
            + PointColumn.all.map { Self.spelling(galaxy.curve[keyPath: $0.field][index]) }
        }
      })
  }

  /// What each galaxy was made with.
  var truthText: String {
    Self.table(
      ["galaxy"] + truth.prefix(1).flatMap { $0.values.map(\.name) },
      truth.map { [$0.galaxy] + $0.values.map { Self.spelling($0.value) } })
  }

  private static func table(_ names: [String], _ rows: [[String]]) -> String {
    ([names] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// The shortest text that reads as the same number; none for a missing one.
  private static func spelling(_ value: Double) -> String {
    value.isNaN ? "" : "\(value)"
  }
}
