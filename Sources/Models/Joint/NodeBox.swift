import Numerics

/// The bounds of the variables on the nodes of a block.
struct NodeBox {
  /// By coordinate, from 1 on.
  private var lower = [6 of Lanes](repeating: Lanes(0))
  private var upper = [6 of Lanes](repeating: Lanes(0))
  /// Whether no distance allows for the bounds of v200 and c200 together.
  private(set) var isEmpty = Lanes(0) .> 0

  @inline(__always)
  init<Law: HaloLaw>(_ problem: NodeProblem<Law>, _ block: NodeTable.Block) {
    for i in 1..<max(1, problem.count) {
      lower[i] = Lanes(problem.variables[i - 1].lower)
      upper[i] = Lanes(problem.variables[i - 1].upper)
    }
    let length = problem.length
    guard length > 0 else { return }
    let halo = problem.halo
    let (least, most) = halo.scales
    lower[length] = lower[length].atLeast(Elementary.log(least / block.scale))
    upper[length] = upper[length].atMost(Elementary.log(most / block.scale))
    isEmpty = (lower[length] .> upper[length])
  }

  /// The coordinate after a step, within the bounds.
  @inline(__always)
  func moved(_ coordinate: Lanes, _ i: Int, by step: Lanes) -> Lanes {
    (coordinate + step).atLeast(lower[i]).atMost(upper[i])
  }

  /// The lanes that a bound holds against a way downhill.
  @inline(__always)
  func isHeld(_ coordinate: Lanes, _ i: Int, _ descent: Lanes) -> Lanes.Mask {
    ((coordinate .<= lower[i]) .& (descent .<= 0))
      .| ((coordinate .>= upper[i]) .& (descent .>= 0))
  }
}
