import Numerics

/// What is known of one quantity after the data were looked at.
package struct QuantityPosterior: Sendable {
  package let mean: Double
  package let std: Double
  package let median: Double
  /// The quantiles at 2.5, 16, 84 and 97.5 %.
  package let p025: Double
  package let p16: Double
  package let p84: Double
  package let p975: Double
  /// The shortest intervals that hold 68 and 95 %.
  package let hdi68: (lower: Double, upper: Double)
  package let hdi95: (lower: Double, upper: Double)
  /// The standard errors of mean and median that come from the number of draws.
  package let errorOfMean: Double
  package let errorOfMedian: Double
  /// What the data tell of it beyond the prior, bits; NaN for a quantity without a prior of its
  /// own.
  package let information: Double
  /// Whether only a limit is known: the most likely value is at an end of its range.
  package let limit: PosteriorLimit?
}
