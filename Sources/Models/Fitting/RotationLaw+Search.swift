import Galaxies
import Numerics

extension RotationLaw {
  /// Looks for the smallest χ² with its priors over law and galaxy together.
  ///
  /// Each of many starts is followed for a few steps, and the best of them to their ends. A law with
  /// a direct way to its own optimum starts there for the baryons of every other start. The best value has to be reached
  /// from two starts; if it is not, a second and larger set of starts is followed.
  ///
  /// - Parameters:
  ///   - problem: The galaxy and the space.
  ///   - room: Room for the curve at other distances and inclinations.
  /// - Returns: The best place, and whether several starts agree on it.
  static func search(_ problem: JointProblem, _ room: CurveRoom) -> JointOptimum {
    var best = JointOptimum(at: problem.start(0))
    var first = 0
    for perQuantity in [12, 48] {
      var pool = StartPool()
      let next = first + perQuantity * max(1, problem.box.free.count)
      for place in first..<next {
        let begin = start(place, problem, room)
        let short = BoundedLeastSquares(from: begin, in: problem.box, limit: 6) {
          sum(over: problem, at: $0)
        }
        pool.insert(short.point, short.value)
      }
      for position in 0..<pool.count { best.note(finish(pool[position].point, problem)) }
      if let again = directStart(at: best.point, problem, room) {
        let search = finish(again, problem)
        if search.value < best.value { best.note(search) }
      }
      if best.isConfirmed || problem.box.free.isEmpty { break }
      first = next
    }
    return best
  }

  /// Follows one place to its end.
  private static func finish(
    _ point: SIMD8<Double>, _ problem: JointProblem
  ) -> BoundedLeastSquares {
    BoundedLeastSquares(from: point, in: problem.box, limit: 400) { sum(over: problem, at: $0) }
  }

  /// One start of a search.
  private static func start(
    _ place: Int, _ problem: JointProblem, _ room: CurveRoom
  ) -> SIMD8<Double> {
    let spread = problem.start(place)
    if place % 2 == 1 { return spread }
    return directStart(at: spread, problem, room) ?? spread
  }

  /// The same galaxy with the parameters that are best for its baryons, for a law that has a direct
  /// way to them.
  private static func directStart(
    at quantities: SIMD8<Double>, _ problem: JointProblem, _ room: CurveRoom
  ) -> SIMD8<Double>? {
    guard let optimum = optimum(of: room.curve(of: problem, at: quantities)) else { return nil }
    var start = quantities
    for i in 0..<problem.lawCount where !optimum[i].isNaN { start[i] = optimum[i] }
    return start
  }
}
