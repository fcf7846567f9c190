import Support

/// How far values lie around their median or mean.
package enum Spread: String, CaseIterable, Resolvable {
  /// From the 16th to the 84th percentile of the rows.
  case percentiles = "p16-p84"
  /// The standard deviation of the rows on both sides.
  case std
  /// The error of the median or the mean, from drawing galaxies with replacement.
  case resampled
}
