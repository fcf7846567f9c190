import Numerics

/// Where a speed lies at one point of a curve, over the draws of a posterior, km/s.
package struct PredictiveBand: Sendable {
  package let median: Double
  package let p025: Double
  package let p16: Double
  package let p84: Double
  package let p975: Double

  /// The band of some speeds, all as likely as each other.
  init(_ speeds: [Double]) {
    let sample = WeightedSample(speeds)
    median = sample.quantile(0.5)
    (p025, p16) = (sample.quantile(0.025), sample.quantile(0.16))
    (p84, p975) = (sample.quantile(0.84), sample.quantile(0.975))
  }
}
