import Numerics

/// The circular speed in the plane of a disk, from its surface density: the method `v2_thin_disk`.
///
/// With Σ at all radii from the rules of ``ContinuedProfile`` and spread across the plane as ζ(z),
///
///     V² = −4G ∫₀^∞ du dΣ/du ∫ dz ζ √(uR/p) [K(p) − E(p)]
///     p = x − √(x² − 1),  x = (R² + u² + z²) / 2Ru
///
/// where p is the modulus. A thin disk has p = u/R inside R and R/u outside. The integrand has
/// a logarithmic singularity at u = R, z = 0. So the intervals of u, taken by Gauss and Legendre's
/// rule, are halved toward R until no one is longer than its distance from R, down to 1e-8 R or,
/// in a thick disk, to a sixteenth of the scale height, from where on the average over z is smooth.
///
/// For an exponential disk V² agrees with Freeman's formula to 1e-10, and in a thick disk with the
/// Hankel transform to 1e-9. V² is zero in the centre and negative where the disk pulls outward.
///
/// - SeeAlso: Casertano 1983, MNRAS 203, 735, eq. 4; Freeman 1970, ApJ 160, 811, for the test.
struct DiskAttraction {
  /// An interval of radii with the points of its rule.
  private struct Panel {
    let piece: ProfilePiece
    let start: Double
    let end: Double
    /// The points, kpc.
    let radii: SIMD8<Double>
    /// dΣ/dR times the weight of each point, M☉/pc².
    let steps: SIMD8<Double>

    init(_ piece: ProfilePiece, from start: Double, to end: Double) {
      self.piece = piece
      self.start = start
      self.end = end
      let rule = GaussLegendre.rule(from: start, to: end)
      radii = rule.places
      var slopes = SIMD8<Double>()
      for lane in 0..<8 { slopes[lane] = piece.slope(at: rule.places[lane]) }
      steps = slopes * rule.weights
    }
  }

  private let panels: [Panel]
  private let layers: LayerRules

  init(of disk: SurfaceDensity, thickness: DiskThickness) {
    layers = LayerRules(thickness)
    panels = ContinuedProfile(disk).pieces.flatMap { piece in
      piece.intervals.map { Panel(piece, from: $0.start, to: $0.end) }
    }
  }

  /// The square of the circular speed.
  ///
  /// - Parameter radius: Distance from the centre, kpc, not negative.
  /// - Returns: V², (km/s)², negative where the disk pulls outward.
  func squaredSpeed(at radius: Double) -> Double {
    guard radius > 0 else { return 0 }
    var sums = SIMD8<Double>()
    for panel in panels {
      add(panel, at: radius, to: &sums)
    }
    return -.pi * Constants.gravity * 1e6 * sums.total
  }

  /// Adds an interval, in parts if it is too close.
  private func add(_ panel: Panel, at radius: Double, to sums: inout SIMD8<Double>) {
    let (start, end) = (panel.start, panel.end)
    let holdsRadius = start < radius && radius < end
    let distance = max(start - radius, radius - end, 0)
    let smallest = max(1e-8 * radius, min(layers.scaleHeight, radius) / 16)
    guard holdsRadius || end - start > max(distance, smallest) else {
      let rule = layers.rule(distance: max(distance, 0.02 * (end - start)))
      sums += panel.steps * pull(of: panel.radii, at: radius, averagedBy: rule)
      return
    }
    let middle = holdsRadius ? radius : 0.5 * (start + end)
    add(Panel(panel.piece, from: start, to: middle), at: radius, to: &sums)
    add(Panel(panel.piece, from: middle, to: end), at: radius, to: &sums)
  }

  /// The average of (4/π) √(uR/p) [K(p) − E(p)] over the thickness, kpc, for eight rings.
  ///
  /// With A² = (R + u)² + z² and B² = (R − u)² + z², the first pair of means of A and B is
  /// a = (A + B)/2, b = √(AB), and the half difference is c = 2Ru / (A + B), which does not cancel.
  /// Then p = c/a, and the expression is (c² + 2S) / M, with M the mean of a and b and S its
  /// weighted squares: all terms are positive.
  private func pull(
    of rings: SIMD8<Double>, at radius: Double, averagedBy rule: LayerRule
  ) -> SIMD8<Double> {
    let (sum, difference) = (rings + radius, rings - radius)
    let (outer, inner) = (sum * sum, difference * difference)
    let product = rings * (2 * radius)
    var average = SIMD8<Double>()
    for (squaredHeight, share) in zip(rule.squaredHeights, rule.shares) {
      let a = (outer + squaredHeight).squareRoot()
      let b = (inner + squaredHeight).squareRoot()
      let c = product / (a + b)
      let means = ArithmeticGeometricMean(of: 0.5 * (a + b), and: (a * b).squareRoot(), rounds: 6)
      average += share * ((c * c + 2 * means.weightedSquares) / means.mean)
    }
    return average
  }
}
