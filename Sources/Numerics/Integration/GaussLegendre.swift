/// Gauss and Legendre's rule with eight points.
///
///     ∫ₐᵇ f(x) dx ≈ (b − a)/2 Σ wᵢ f((a + b)/2 + (b − a)/2 · xᵢ)
///
/// Exact for polynomials up to degree 15. For a function that is analytic but for a singularity at
/// one width of the interval from its nearer end, the error falls to about 1e-12.
///
/// - SeeAlso: NIST Digital Library of Mathematical Functions, section 3.5(v).
public enum GaussLegendre {
  /// The points xᵢ on the interval from −1 to 1, ascending.
  @inlinable public static var points: SIMD8<Double> {
    [
      -0.960_289_856_497_536_231_68, -0.796_666_477_413_626_739_59,
      -0.525_532_409_916_328_985_82, -0.183_434_642_495_649_804_94,
      0.183_434_642_495_649_804_94, 0.525_532_409_916_328_985_82,
      0.796_666_477_413_626_739_59, 0.960_289_856_497_536_231_68,
    ]
  }

  /// The weights wᵢ of the points, whose sum is 2.
  @inlinable public static var weights: SIMD8<Double> {
    [
      0.101_228_536_290_376_259_15, 0.222_381_034_453_374_470_54,
      0.313_706_645_877_887_287_34, 0.362_683_783_378_361_982_97,
      0.362_683_783_378_361_982_97, 0.313_706_645_877_887_287_34,
      0.222_381_034_453_374_470_54, 0.101_228_536_290_376_259_15,
    ]
  }

  /// The points and weights of an interval.
  ///
  /// - Parameters:
  ///   - start: The lower end.
  ///   - end: The upper end.
  /// - Returns: The places between the ends, ascending, and their weights, whose sum is the length.
  @inlinable
  public static func rule(from start: Double, to end: Double)
    -> (places: SIMD8<Double>, weights: SIMD8<Double>)
  {
    let half = 0.5 * (end - start)
    return (points * half + 0.5 * (start + end), weights * half)
  }
}
