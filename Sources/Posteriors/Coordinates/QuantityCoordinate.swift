package import Models
package import Numerics

/// The coordinate in which one quantity is sampled: it runs over all numbers, and the prior of the
/// quantity within its bounds is one of two shapes in it.
///
/// A normal or lognormal prior, cut at the bounds, is standard normal. A flat one is logistic: the
/// coordinate is ln ((q − a) / (b − q)), which is the logarithm of the quantity where that is small
/// beside its upper bound, and of the distance from a bound where it is near it. One that is flat
/// in the logarithm is the same of the logarithm.
package struct QuantityCoordinate: Sendable {
  package let shape: CoordinateShape
  private let range: FitRange
  /// Of a normal or lognormal prior.
  private let normal: TruncatedNormal?
  /// The bounds, or their logarithms.
  private let low: Double
  private let high: Double

  /// - Parameter range: The bounds, different and finite, and the prior.
  /// - Returns: Nil where the prior leaves nothing within the bounds that numbers can hold.
  package init?(_ range: FitRange) {
    self.range = range
    switch range.prior {
    case .uniform:
      (low, high) = (range.lower, range.upper)
      (shape, normal) = (.logistic, nil)
    case .logUniform:
      (low, high) = (Elementary.log(range.lower), Elementary.log(range.upper))
      (shape, normal) = (.logistic, nil)
    case .normal(let mean, let sigma):
      (low, high) = ((range.lower - mean) / sigma, (range.upper - mean) / sigma)
      shape = .normal
      guard let normal = TruncatedNormal(from: low, through: high) else { return nil }
      self.normal = normal
    case .lognormal(let median, let dex):
      low =
        range.lower > 0 ? Elementary.log10(range.lower / median) / dex : -.infinity
      high = Elementary.log10(range.upper / median) / dex
      shape = .normal
      guard let normal = TruncatedNormal(from: low, through: high) else { return nil }
      self.normal = normal
    }
  }

  /// The quantity for its coordinate, eight times.
  @inline(__always)
  package func values(at y: Lanes) -> Lanes {
    switch range.prior {
    case .uniform: return between(low, high, at: y)
    case .logUniform: return within(Elementary.exp(between(low, high, at: y)))
    case .normal(let mean, let sigma):
      return within(mean + sigma * deviates(at: y))
    case .lognormal(let median, let dex):
      return within(
        median * Elementary.exp(deviates(at: y) * (dex * 2.302_585_092_994_045_7)))
    }
  }

  /// The coordinate of a value of the quantity, near the end of its range where the value is on a
  /// bound; the middle for NaN.
  package func coordinate(of value: Double) -> Double {
    guard !value.isNaN else { return 0 }
    switch range.prior {
    case .uniform: return logit(value)
    case .logUniform: return logit(Elementary.log(value))
    case .normal(let mean, let sigma): return inverse((value - mean) / sigma)
    case .lognormal(let median, let dex):
      return value > 0 ? inverse(Elementary.log10(value / median) / dex) : -Self.farthest
    }
  }

  /// How far out a start is put at most.
  private static let farthest = 6.0

  private func logit(_ value: Double) -> Double {
    let (below, above) = (max(value - low, 0), max(high - value, 0))
    let least = 1e-12 * (high - low)
    let y = Elementary.log(max(below, least) / max(above, least))
    return min(max(y, -2 * Self.farthest), 2 * Self.farthest)
  }

  private func inverse(_ deviate: Double) -> Double {
    let y = normal?.inverse(of: deviate) ?? deviate
    return min(max(y, -Self.farthest), Self.farthest)
  }

  @inline(__always)
  private func deviates(at y: Lanes) -> Lanes {
    guard let normal else { return y }
    return y.map { normal.value(at: $0) }
  }

  /// A number between two others for a logistic coordinate.
  @inline(__always)
  private func between(_ low: Double, _ high: Double, at y: Lanes) -> Lanes {
    let small = Elementary.exp(-y.magnitude)
    // The distance from the nearer end keeps its digits.
    let part = (high - low) * (small / (1 + small))
    return (low + part).replacing(with: high - part, where: y .> 0)
  }

  @inline(__always)
  private func within(_ values: Lanes) -> Lanes {
    values.atLeast(range.lower).atMost(range.upper)
  }

}
