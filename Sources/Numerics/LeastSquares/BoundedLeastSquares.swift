/// A local minimum of a sum of squares of up to eight parameters between bounds.
///
/// Each step solves the normal equations with a damping that grows where a step fails and falls
/// where the sum does what its model says (Levenberg–Marquardt). Parameters are measured by their
/// own curvature, so that very different sizes do no harm. A parameter at a bound that would leave
/// it is frozen for the step; the first bound that a step meets holds its parameter, and the others
/// take the best step that goes with that.
///
/// Where the normal equations foretell a step badly, fail, or come slowly to their end, the
/// curvature of the model is added from differences of the slope: such steps are Newton's and
/// converge quadratically, also where residuals are large or the valley is curved. Edges, where the
/// slope jumps, are approached, but a minimum on one in several dimensions may be missed by 1e-8 of
/// the sum.
///
/// The search ends where an undamped step promises less than 1e-12 of the sum. A sum that is not a
/// number counts as infinite. Nothing is allocated, and the result has the same bits everywhere.
///
/// Public, not package, so that other modules can specialise it for their sums.
///
/// - SeeAlso: Marquardt 1963, J. Soc. Indust. Appl. Math. 11, 431; Moré 1978, Lecture Notes in
///   Mathematics 630, 105.
public struct BoundedLeastSquares: Sendable {
  /// The best place found, within the bounds.
  public let point: SIMD8<Double>

  /// The sum of squares there.
  public let value: Double

  /// How many times the sum was worked out.
  public let evaluations: Int

  /// Whether the search ended by itself rather than by the limit.
  public let hasConverged: Bool

  /// Searches for a minimum.
  ///
  /// - Parameters:
  ///   - start: Where to begin; moved into the bounds.
  ///   - box: The bounds and the parameters that move.
  ///   - limit: How often the sum may be worked out.
  ///   - evaluate: Gives the sum at a place.
  @inlinable
  public init(
    from start: SIMD8<Double>, in box: ParameterBox, limit: Int,
    of evaluate: (SIMD8<Double>) -> LeastSquaresSum
  ) {
    var search = LeastSquaresSearch(at: box.clamped(start), evaluate)
    while !search.isDone && search.evaluations < limit {
      search.advance(in: box, limit: limit, evaluate)
    }
    point = search.point
    value = search.sum.value
    evaluations = search.evaluations
    hasConverged = search.isDone
  }
}
