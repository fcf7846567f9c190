package import Models
package import Numerics

/// The coordinate in which one quantity is sampled: it runs over all numbers, and the prior of the
/// quantity within its bounds is one of two shapes in it.
///
/// A normal or lognormal prior, cut at the bounds, is standard normal. Of a normal one that is cut
/// at zero alone, as that of a distance, the coordinate is the logarithm: what trades against it
/// goes with powers of it. A flat one is bent towards its bounds, in the logarithm where the
/// quantity is a positive one: what trades between those goes with powers too.
package struct QuantityCoordinate: Sendable {
  package let shape: CoordinateShape
  private let range: FitRange
  /// Of a normal or lognormal prior.
  private let normal: TruncatedNormal?
  /// Of a flat prior.
  private let soft: SoftRange?
  /// Whether that is one of logarithms.
  private let isLogarithmic: Bool
  /// The bounds, or their logarithms.
  private let low: Double
  private let high: Double

  /// The coordinate; nil where the prior leaves nothing within the bounds that numbers can hold.
  ///
  /// - Parameters:
  ///   - range: The bounds, different and finite, and the prior.
  ///   - isLogarithmic: Whether a flat prior is sampled in the logarithm.
  package init?(_ range: FitRange, isLogarithmic: Bool) {
    self.range = range
    var soft: SoftRange?
    switch range.prior {
    case .uniform where isLogarithmic && range.lower >= 0:
      soft = SoftRange(logarithmsIn: range.lower...range.upper)
    case .uniform: soft = SoftRange(uniformIn: range.lower...range.upper)
    case .logUniform:
      soft = SoftRange(
        uniformIn: Elementary.log(range.lower)...Elementary.log(range.upper))
    case .normal, .lognormal: break
    }
    self.soft = soft
    self.isLogarithmic =
      range.prior == .logUniform || (range.prior == .uniform && isLogarithmic && range.lower >= 0)
    if let soft {
      (low, high, normal, shape) = (range.lower, range.upper, nil, .soft(soft))
      return
    }
    switch range.prior {
    case .uniform, .logUniform: return nil
    case .normal(let mean, let sigma):
      (low, high) = ((range.lower - mean) / sigma, (range.upper - mean) / sigma)
      if mean > 0, range.lower >= 0, range.lower <= 0.01 * mean, high > 8.5, sigma < mean {
        (shape, normal) = (.logOfNormal(sigma / mean), nil)
        return
      }
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
    case .uniform, .logUniform:
      let numbers = soft?.values(at: y) ?? y
      return within(isLogarithmic ? Elementary.exp(numbers) : numbers)
    case .normal(let mean, let sigma):
      if case .logOfNormal(let r) = shape { return within(mean * Elementary.exp(r * y)) }
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
    case .uniform, .logUniform:
      let least = isLogarithmic ? max(value, 1e-6 * range.upper) : value
      guard let soft else { return least }
      return soft.coordinate(of: isLogarithmic ? Elementary.log(least) : least)
    case .normal(let mean, let sigma):
      if case .logOfNormal(let r) = shape {
        return Elementary.log(max(value / mean, 1e-4)) / r
      }
      return inverse((value - mean) / sigma)
    case .lognormal(let median, let dex):
      return value > 0 ? inverse(Elementary.log10(value / median) / dex) : -Self.farthest
    }
  }

  /// How far out a start is put at most.
  private static let farthest = 6.0

  private func inverse(_ deviate: Double) -> Double {
    let y = normal?.inverse(of: deviate) ?? deviate
    return min(max(y, -Self.farthest), Self.farthest)
  }

  @inline(__always)
  private func deviates(at y: Lanes) -> Lanes {
    guard let normal else { return y }
    return y.map { normal.value(at: $0) }
  }

  @inline(__always)
  private func within(_ values: Lanes) -> Lanes {
    values.atLeast(range.lower).atMost(range.upper)
  }
}
