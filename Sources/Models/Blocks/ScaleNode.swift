import Numerics

/// What is known of the sums of a profile at one scale.
struct ScaleNode {
  /// u = ln s.
  let place: Double
  /// P = Σ w f e, ∂P/∂u and Σ w f |e| by cell.
  let product: Lanes
  let slope: Lanes
  let size: Lanes
  /// Q = Σ w f² and half ∂Q/∂u, which no cell has a part in.
  let square: Double
  let squareSlope: Double

  /// The node for the negative of what the term has to add.
  var mirrored: ScaleNode {
    ScaleNode(
      place: place, product: -product, slope: -slope, size: size, square: square,
      squareSlope: squareSlope)
  }
}
