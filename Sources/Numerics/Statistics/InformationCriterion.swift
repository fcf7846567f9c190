/// What fits of several models to the same data can be compared by; the smaller the better.
///
/// - SeeAlso: Schwarz 1978, Ann. Stat. 6, 461; Akaike 1974, IEEE Trans. Autom. Control 19, 716;
///   Hurvich & Tsai 1989, Biometrika 76, 297; Kass & Raftery 1995, J. Am. Stat. Assoc. 90, 773.
package enum InformationCriterion: String, CaseIterable, Sendable {
  /// χ² + k ln n, with k free quantities and n points.
  case bic
  /// χ² + 2 k.
  case aic
  /// AIC with its correction for few points, χ² + 2 k + 2 k (k + 1) / (n − k − 1).
  case aicc
  /// The Bayesian criterion at the maximum a posteriori, χ² − 2 ln priors + k ln n, with the priors
  /// up to their constants.
  case mapBIC = "map_bic"
  /// −2 ln of the evidence by Laplace's method.
  case laplace

  /// The measures of a fit that criteria are made of.
  package struct Measures {
    let chiSquared: Double
    /// −2 ln of the priors, up to their constants.
    let priorTerm: Double
    let points: Double
    /// How many quantities were free.
    let free: Double
    let laplace: Double
    /// ln n, which more than one criterion needs.
    let logPoints: Double

    package init(
      chiSquared: Double, priorTerm: Double, points: Double, free: Double, laplace: Double
    ) {
      (self.chiSquared, self.priorTerm, self.laplace) = (chiSquared, priorTerm, laplace)
      (self.points, self.free, logPoints) = (points, free, Elementary.log(points))
    }
  }

  /// The criterion of a fit; NaN where a measure that it needs is missing, and AICc where n is not
  /// above k + 1.
  package func value(of fit: Measures) -> Double {
    let free = fit.free
    switch self {
    case .bic: return fit.chiSquared + free * fit.logPoints
    case .aic: return fit.chiSquared + 2 * free
    case .aicc:
      let rest = fit.points - free - 1
      return rest > 0 ? fit.chiSquared + 2 * free + 2 * free * (free + 1) / rest : .nan
    case .mapBIC: return fit.chiSquared + fit.priorTerm + free * fit.logPoints
    case .laplace: return fit.laplace
    }
  }

  /// What it is, for tables and pages.
  package var summary: String {
    switch self {
    case .bic: "Bayesian information criterion, chi2 + k ln n"
    case .aic: "Akaike information criterion, chi2 + 2 k"
    case .aicc:
      "aic corrected for few points, + 2 k (k + 1) / (n - k - 1); missing unless n exceeds k + 1"
    case .mapBIC: "Bayesian information criterion with priors, chi2 + prior_term + k ln n"
    case .laplace:
      "-2 ln of the evidence by Laplace's method, with normalised priors; only of interior fits"
    }
  }

  /// Whether a difference is twice the logarithm of a Bayes factor, or stands for it, so that the
  /// words of Kass & Raftery apply.
  package var isBayesian: Bool {
    switch self {
    case .bic, .mapBIC, .laplace: true
    case .aic, .aicc: false
    }
  }

  /// Whether it counts what is known of the quantities beforehand.
  package var countsPriors: Bool {
    switch self {
    case .mapBIC, .laplace: true
    case .bic, .aic, .aicc: false
    }
  }
}
