/// The methods of optimization, oldest first.
package enum OptimumMethods {
  static let brent = "v1_bounded_brent"
  static let simplex = "v1_nelder_mead"
  static let global = "v2_global"

  /// For the optimum of each galaxy.
  package static let galaxy = (family: "optimum", versions: [brent, global])
  /// For the optimum of the whole sample.
  package static let sample = (family: "joint_optimum", versions: [simplex, global])
}
