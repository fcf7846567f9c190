import Numerics

/// The profiles of a block at the nodes of a table, worked out as they are asked for.
struct ScaleProfiles {
  let table: ScaleTable
  /// Σ w f e and Σ w ∂f/∂u e by node, a lane for each cell; shape `[count]`.
  let products: UnsafeBufferPointer<Lanes>
  let slopes: UnsafeBufferPointer<Lanes>
  /// The bounds of the amplitude.
  let lower: Lanes
  let upper: Lanes

  @inline(__always)
  subscript(node: Int) -> ScaleProfile<Lanes> {
    ScaleProfile(
      product: products[node], slopes[node], square: Lanes(table.squares[node]),
      Lanes(table.products[node]), from: lower, through: upper)
  }
}
