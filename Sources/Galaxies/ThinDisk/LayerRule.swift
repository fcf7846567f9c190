import Numerics

/// Heights above the plane and their shares of the matter, for an average over the thickness.
///
/// The force of a ring depends on z² and has a logarithmic singularity at z = ±id, d being the
/// distance from the ring within the plane, so a rule holds for all d from some distance on.
struct LayerRule: Equatable, Sendable {
  /// Squares of the heights, kpc²; shape `[m]`.
  let squaredHeights: [Double]
  /// The share of the matter at each height, both sides of the plane together; shape `[m]`.
  let shares: [Double]

  /// All matter in the plane.
  static let plane = LayerRule(squaredHeights: [0], shares: [1])

  private init(squaredHeights: [Double], shares: [Double]) {
    self.squaredHeights = squaredHeights
    self.shares = shares
  }

  /// Eight heights in each of some layers.
  ///
  /// - Parameters:
  ///   - borders: The borders of the layers, in scale heights, ascending from zero; what little
  ///     matter is beyond the last is spread over the layers.
  ///   - scaleHeight: The scale height, kpc.
  ///   - share: Twice the density across the plane at a height in scale heights; its integral from
  ///     zero to infinity is one.
  init(borders: [Double], scaleHeight: Double, share: (Double) -> Double) {
    var (heights, shares): ([Double], [Double]) = ([], [])
    for (bottom, top) in zip(borders, borders.dropFirst()) {
      let rule = GaussLegendre.rule(from: bottom, to: top)
      for lane in 0..<8 {
        let height = rule.places[lane] * scaleHeight
        heights.append(height * height)
        shares.append(rule.weights[lane] * share(rule.places[lane]))
      }
    }
    let sum = shares.reduce(0, +)
    self.init(squaredHeights: heights, shares: shares.map { $0 / sum })
  }
}
