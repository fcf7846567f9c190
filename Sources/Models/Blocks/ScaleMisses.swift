import Numerics

/// What the cubics of an interval miss of second derivatives: h²/12 of the fourth; of first ones
/// it is √3/216 h³.
struct ScaleMisses {
  let bendOfProduct: Lanes
  let bendOfSquare: Double
  /// Of P².
  let bendOfProductSquared: Lanes
  /// And of the first derivatives of Q and P².
  let slopeOfSquare: Double
  let slopeOfProductSquared: Lanes

  init(
    of product: LaneCubic, _ bends: Lanes, _ squareBends: Double,
    width: Double, value missed: Lanes
  ) {
    let slopeMissed = (0.008_02 * width * width * width) * bends
    bendOfProduct = (width * width / 12) * bends
    bendOfSquare = (width * width / 12) * squareBends
    slopeOfSquare = (0.008_02 * width * width * width) * squareBends
    slopeOfProductSquared =
      2
      * (product.slope(width: width) * missed + product.size * slopeMissed + missed * slopeMissed)
    let half: Lanes =
      2 * product.slope(width: width) * slopeMissed + slopeMissed * slopeMissed
      + (product.size + missed) * bendOfProduct + product.bend(width: width) * missed
    bendOfProductSquared = 2 * half
  }
}
