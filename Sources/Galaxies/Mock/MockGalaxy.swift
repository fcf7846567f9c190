import Numerics

/// A galaxy made from numbers that are known, and those numbers.
struct MockGalaxy {
  let galaxy: Galaxy
  let truth: Dataset.Truth

  /// The smallest error that is stated, km/s.
  private static let leastError = 0.1

  /// Draws one galaxy.
  ///
  /// - Parameters:
  ///   - name: What to call it.
  ///   - noise: The typical error of an observed speed, km/s; zero for speeds without noise.
  ///   - random: The generator of this galaxy.
  init(named name: String, noise: Double, drawnFrom random: inout SplitMix64) {
    let parts = MockParts(drawnFrom: &random)
    var curve = parts.components
    let law = MockLaw(of: curve, scaleLength: parts.disk.scaleLength, drawnFrom: &random)
    for (index, speed) in law.speeds(at: curve.radius).enumerated() {
      let (spread, deviate) = (random.uniform(), random.normal())
      let error = max(Self.leastError, (noise * (0.6 + 0.8 * spread)).rounded(decimals: 2))
      let observed = speed + (noise > 0 ? error * deviate : 0)
      curve.observedSpeed[index] = max(0, observed).rounded(decimals: 2)
      curve.observedSpeedError[index] = error
    }
    var galaxy = Galaxy(name: name, curve: curve)
    galaxy.describe(parts, drawnFrom: &random)
    self.galaxy = galaxy
    truth = law.truth(of: name)
  }
}

extension Galaxy {
  /// Finds the speed of the flat part of the curve, as a catalogue prints it.
  fileprivate mutating func measureFlatSpeed() {
    let flat = FlatSpeed(
      of: curve, inclination: inclination, inclinationError: inclinationError)
    flatSpeed = flat.speed.rounded(decimals: 1)
    flatSpeedError = flat.error.rounded(decimals: 1)
  }

  /// The same galaxy as it is seen with other speeds, whose flat part is measured again.
  ///
  /// - Parameter speeds: The observed speeds, km/s; shape `[n]`.
  /// - Returns: The galaxy.
  package func observing(_ speeds: [Double]) -> Galaxy {
    var galaxy = self
    galaxy.curve.observedSpeed = speeds
    galaxy.measureFlatSpeed()
    return galaxy
  }

  /// Fills in what a catalogue says of a galaxy of these parts and this curve.
  fileprivate mutating func describe(_ parts: MockParts, drawnFrom random: inout SplitMix64) {
    hubbleType = Double(parts.hubbleType)
    distance = (4 * Elementary.pow(20, random.uniform())).rounded(decimals: 2)
    distanceMethod = distance < 12 ? 2 : 1
    distanceError = (distance * (distance < 12 ? 0.05 : 0.15)).rounded(decimals: 2)
    inclination = (35 + 50 * random.uniform()).rounded(decimals: 1)
    inclinationError = (2 + 4 * random.uniform()).rounded(decimals: 1)
    luminosity = parts.luminosity.rounded(decimals: 3)
    luminosityError = max(0.001, (0.03 * parts.luminosity).rounded(decimals: 3))
    effectiveRadius = parts.effectiveRadius.rounded(decimals: 2)
    effectiveSurfaceBrightness =
      (parts.luminosity * 1e3 / (2 * .pi * effectiveRadius * effectiveRadius)).rounded(decimals: 2)
    diskScaleLength = parts.disk.scaleLength
    diskCentralSurfaceBrightness = parts.disk.centralDensity
    hydrogenMass = parts.hydrogenMass
    hydrogenRadius = parts.gas.radius(ofDensity: Constants.gasPerHydrogen).rounded(decimals: 2)
    measureFlatSpeed()
    let grade = random.uniform()
    quality = grade < 0.6 ? 1 : grade < 0.93 ? 2 : 3
  }
}
