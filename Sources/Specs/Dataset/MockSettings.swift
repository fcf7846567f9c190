package import Support

/// How a generated sample is made.
package struct MockSettings: Equatable, Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .value("seed", \.seed, .integer(from: 0), "the seed that the galaxies are drawn from"),
    .value("galaxies", \.galaxies, .integer(from: 1), "how many galaxies"),
    .value("noise", \.noise, noiseType, "typical error of a speed, km/s"),
  ]

  private static let noiseType = JSONType<Double>(
    schema: JSONType<Double>.positive.schema
  ) { node, report in
    guard let noise = JSONType<Double>.number.read(node, report) else { return nil }
    if noise > 0 { return noise }
    report.error("the noise must be positive", at: node.place)
    return nil
  }

  package private(set) var seed = 1
  package private(set) var galaxies = 24
  package private(set) var noise = 2.0

  package init() {}

  /// - Parameters:
  ///   - seed: The seed that the galaxies are drawn from.
  ///   - galaxies: How many there are.
  ///   - noise: The typical error of a speed, km/s.
  package init(seed: Int, galaxies: Int, noise: Double) {
    self.seed = seed
    self.galaxies = galaxies
    self.noise = noise
  }
}
