import Galaxies
import Numerics

/// Room for a curve as it is at another distance and inclination, with other baryons.
///
/// The buffers belong to the caller; shape `[n]` each.
package struct CurveRoom {
  let radius: UnsafeMutableBufferPointer<Double>
  let observed: UnsafeMutableBufferPointer<Double>
  let weight: UnsafeMutableBufferPointer<Double>
  let baryonSpeed: UnsafeMutableBufferPointer<Double>

  /// Works out the curve at some quantities.
  ///
  /// - Returns: The problem of the law alone, with the bounds of the joint one.
  func curve(of problem: JointProblem, at quantities: SIMD8<Double>) -> FitProblem {
    let place = problem.place(quantities)
    for i in 0..<problem.count {
      let mass =
        place.gas * problem.gas[i] + place.disk * problem.disk[i] + place.bulge * problem.bulge[i]
      radius[i] = place.length * problem.radius[i]
      observed[i] = problem.observed[i] / place.projection
      weight[i] = problem.weight[i] * (place.projection * place.projection)
      baryonSpeed[i] = max(0, place.length * mass).squareRoot()
    }
    return FitProblem(
      count: problem.count, radius: UnsafeBufferPointer(radius),
      observed: UnsafeBufferPointer(observed), weight: UnsafeBufferPointer(weight),
      baryonSpeed: UnsafeBufferPointer(baryonSpeed),
      diskScaleLength: place.length * problem.diskScaleLength,
      lower: ParameterVector(lanes: problem.box.lower),
      upper: ParameterVector(lanes: problem.box.upper))
  }
}
