import Numerics

/// Where v200 and c200 of a halo may lie, as seen from its scale radius.
///
/// With z = R_max / r_s the scale radius is given, and v200 and c200 are proportional: the lower
/// bound of the halo is the larger one of those that v200 and c200 set, its upper bound the smaller
/// one.
struct HaloRange: Sendable {
  let lowerSpeed: Double
  let upperSpeed: Double
  let lowerConcentration: Double
  let upperConcentration: Double
  /// C₂₀₀ z⁻¹ over V₂₀₀: one over the circular speed r₂₀₀ has at R_max.
  let rate: Double

  /// The ranges; none where v200 can only be zero.
  ///
  /// - Parameters:
  ///   - speed: The bounds of v200.
  ///   - concentration: The bounds of c200.
  ///   - outer: The outermost radius, kpc.
  ///   - rate: V₂₀₀ over r₂₀₀, km/s/kpc.
  init?(
    speed: (lower: Double, upper: Double), concentration: (lower: Double, upper: Double),
    outer: Double, rate: Double
  ) {
    guard 0 <= speed.lower, speed.lower <= speed.upper, 0 < speed.upper, speed.upper < .infinity,
      0 <= concentration.lower, concentration.lower <= concentration.upper,
      concentration.upper < .infinity
    else { return nil }
    (lowerSpeed, upperSpeed) = speed
    (lowerConcentration, upperConcentration) = concentration
    self.rate = 1 / (rate * outer)
  }

  /// The smallest speed that is told from none.
  var smallestSpeed: Double { max(lowerSpeed, 1e-6 * upperSpeed) }

  /// The largest z: v200 at its lower bound, c200 at its upper.
  var highest: Double { upperConcentration / (rate * smallestSpeed) }

  /// The smallest z: v200 at its upper bound, c200 at its lower; zero where that is zero.
  var lowest: Double { lowerConcentration / (rate * upperSpeed) }

  /// C₂₀₀ over z at the upper bound of v200, or one: below one over it C₂₀₀ is small, so are all
  /// radii in units of r_s.
  var reach: Double { max(1, rate * upperSpeed) }

  /// Above this z the lower bound is that of v200, below that of c200.
  var lowerTurn: Double { lowerConcentration / (rate * smallestSpeed) }

  /// Above this z the upper bound is that of c200, below that of v200.
  var upperTurn: Double { upperConcentration / (rate * upperSpeed) }
}
