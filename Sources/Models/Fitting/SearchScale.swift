package import Numerics

/// The coordinates in which a search moves: the quantities themselves, or their logarithms.
///
///     u = ln(q + b)
///
/// Halos and distances trade against each other like powers, so that valleys which are curved in
/// the quantities are straight in their logarithms. The shift `b` is a thousandth of the upper
/// bound where the lower one is zero, so that the bound itself can be reached, and nothing
/// elsewhere.
package struct SearchScale {
  /// The bounds of the quantities, by lane.
  private let box: ParameterBox
  /// The same bounds in the coordinates.
  package let coordinates: ParameterBox
  private let logarithmic: ParameterSet
  private let shift: SIMD8<Double>

  /// - Parameters:
  ///   - box: The bounds of the quantities.
  ///   - logarithmic: Those to be measured by their logarithm, not negative.
  package init(_ box: ParameterBox, logarithmic: ParameterSet) {
    var (shift, taken) = (SIMD8<Double>.zero, ParameterSet())
    var (lower, upper) = (box.lower, box.upper)
    for i in 0..<FreeLanes.capacity
    where box.free.contains(i) && logarithmic.contains(i) && lower[i] >= 0 {
      taken.insert(i)
      if lower[i] == 0 { shift[i] = 1e-3 * upper[i] }
      lower[i] = Elementary.log(lower[i] + shift[i])
      upper[i] = Elementary.log(upper[i] + shift[i])
    }
    (self.box, self.logarithmic, self.shift) = (box, taken, shift)
    coordinates = ParameterBox(lower: lower, upper: upper, free: box.free)
  }

  /// Whether a lane is measured by its logarithm.
  func isLogarithmic(_ lane: Int) -> Bool { logarithmic.contains(lane) }

  /// The coordinates of some quantities within the bounds.
  package func coordinates(of quantities: SIMD8<Double>) -> SIMD8<Double> {
    var place = quantities
    for i in 0..<FreeLanes.capacity where logarithmic.contains(i) {
      place[i] = Elementary.log(quantities[i] + shift[i])
    }
    return place
  }

  /// The quantities at some coordinates; a bound is met exactly.
  package func quantities(at place: SIMD8<Double>) -> SIMD8<Double> {
    var quantities = place
    for i in 0..<FreeLanes.capacity where logarithmic.contains(i) {
      quantities[i] =
        place[i] <= coordinates.lower[i]
        ? box.lower[i]
        : place[i] >= coordinates.upper[i]
          ? box.upper[i]
          : min(max(Elementary.exp(place[i]) - shift[i], box.lower[i]), box.upper[i])
    }
    return quantities
  }

  /// The derivatives of the quantities by their coordinates.
  package func slopes(at quantities: SIMD8<Double>) -> SIMD8<Double> {
    var slopes = SIMD8<Double>(repeating: 1)
    for i in 0..<FreeLanes.capacity where logarithmic.contains(i) {
      slopes[i] = quantities[i] + shift[i]
    }
    return slopes
  }
}
