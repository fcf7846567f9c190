import Numerics
import Synchronization

/// The square of the speed of a halo over the logarithm of the radius, by a table.
///
///     G(x) = m(x) / x,  V²_halo(R) = V₂₀₀² G(R / r_s) / G(C₂₀₀)
///
/// Cubics between knots, with the slopes of the profile, miss G by 2e-4 of itself at most: enough
/// to tell where a search begins, in a twentieth of the time that the profile takes.
struct HaloKnots: Sendable {
  private let start: Double
  private let spacing: Double
  private let count: Int
  /// G and its slope by ln x, times the spacing, side by side; shape `[2 · count]`.
  private let knots: [Double]
  /// The slope of ln G by ln x near the centre.
  private let centralSlope: Double

  /// The table of a law.
  ///
  /// - Parameters:
  ///   - law: The law.
  ///   - shape: Its shape parameter, if it has one.
  init<Law: HaloLaw>(_ law: Law.Type, shape: Double) {
    // Halos with a shape change over 1 / α in ln x.
    let steepness = Law.hasShape ? max(shape, 0.01) : 1
    (start, spacing) = (-10 / min(steepness, 1), 0.25 / max(steepness, 1))
    let blocks = Int(((12 / max(steepness, 1) - start) / spacing / 8).rounded(.up))
    count = 8 * blocks
    centralSlope = Double(Law.massPower - 1)
    knots = [Double](unsafeUninitializedCapacity: 16 * blocks) { [start, spacing] room, count in
      let steps = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
      for block in 0..<blocks {
        let x = Elementary.exp(start + spacing * (Double(8 * block) + steps))
        let profile = Law.profile(at: x, shape: Lanes(shape))
        let value = profile.value * (Law.massPower == 3 ? x * x : x)
        let slope = spacing * value * (Double(Law.massPower - 1) + profile.slope)
        for lane in 0..<8 {
          let knot = 2 * (8 * block + lane)
          room.initializeElement(at: knot, to: value[lane])
          room.initializeElement(at: knot + 1, to: slope[lane])
        }
      }
      count = 16 * blocks
    }
  }

  /// The tables of laws without a shape parameter.
  private static let tables = Mutex<[ObjectIdentifier: HaloKnots]>([:])

  /// The table of a law without a shape parameter, which is the same for all galaxies.
  static func shared<Law: HaloLaw>(_ law: Law.Type) -> HaloKnots {
    tables.withLock { tables in
      if let table = tables[ObjectIdentifier(law)] { return table }
      let table = HaloKnots(law, shape: 0)
      tables[ObjectIdentifier(law)] = table
      return table
    }
  }

  /// G at a logarithm of x, and the slope of its logarithm; beyond the table its power near the
  /// centre, and the slope at its end.
  @inline(__always)
  func speedSquare(at logX: Double) -> (value: Double, slope: Double) {
    let place = (logX - start) / spacing
    guard place >= 0 else {
      return (knots[0] * Elementary.exp(centralSlope * spacing * place), centralSlope)
    }
    let end = Double(count - 1)
    guard place < end else {
      let (value, slope) = (knots[2 * count - 2], knots[2 * count - 1])
      let change = slope / value
      return (value * Elementary.exp(change * (place - end)), change / spacing)
    }
    let knot = Int(place)
    let part = place - Double(knot)
    let rest = 1 - part
    let (value, slope) = (knots[2 * knot], knots[2 * knot + 1])
    let (nextValue, nextSlope) = (knots[2 * knot + 2], knots[2 * knot + 3])
    let square =
      rest * rest * ((1 + 2 * part) * value + part * slope)
      + part * part * ((1 + 2 * rest) * nextValue - rest * nextSlope)
    let rise =
      6 * part * rest * (nextValue - value) + rest * (1 - 3 * part) * slope
      - part * (2 - 3 * part) * nextSlope
    return (square, rise / (square * spacing))
  }
}
