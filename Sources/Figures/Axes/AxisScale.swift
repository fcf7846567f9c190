import Numerics

/// From values of an axis to places on the paper.
struct AxisScale {
  let scale: Axis.Scale
  /// The ends of the domain, in order.
  let low: Double
  let high: Double
  /// The places of the ends.
  let start: Double
  let end: Double
  private let (first, last): (Double, Double)

  init(_ axis: Axis, from start: Double, to end: Double) {
    let domain = Self.usable(axis.domain, axis.scale)
    scale = axis.scale
    (low, high) = domain
    (self.start, self.end) = (start, end)
    first = Self.transformed(domain.low, axis.scale)
    last = Self.transformed(domain.high, axis.scale)
  }

  /// The place of a value: NaN for one that the scale does not have, such as zero on a log scale.
  func callAsFunction(_ value: Double) -> Double {
    if value == .infinity { return end }
    if value == -.infinity { return start }
    let part =
      (Self.transformed(value, scale) / 2 - first / 2) / (last / 2 - first / 2)
    return start + part * (end - start)
  }

  /// Whether a value is between the ends, or so near to one that nobody sees the difference.
  func holds(_ value: Double) -> Bool {
    let place = self(value)
    return place > Swift.min(start, end) - 0.02 && place < Swift.max(start, end) + 0.02
  }

  /// The place, or that of the end which is nearer.
  func clamped(_ value: Double) -> Double {
    Swift.min(Swift.max(self(value), Swift.min(start, end)), Swift.max(start, end))
  }

  /// Ends that are finite and apart, and positive for logs.
  private static func usable(
    _ domain: ClosedRange<Double>, _ scale: Axis.Scale
  ) -> (low: Double, high: Double) {
    if case .words(let words) = scale { return (-0.5, Double(Swift.max(words.count, 1)) - 0.5) }
    var (low, high) = (domain.lowerBound, domain.upperBound)
    if scale == .log {
      if !high.isFinite || high <= 0 { high = low.isFinite && low > 0 ? low * 10 : 1 }
      if !low.isFinite || low <= 0 { low = high / 1000 }
      return low * (1 + 1e-12) < high ? (low, high) : (low / 2, high * 2)
    }
    if !low.isFinite { low = high.isFinite ? high - 1 : 0 }
    if !high.isFinite { high = low + 1 }
    if high - low > 1e-12 * Swift.max(low.magnitude, high.magnitude) { return (low, high) }
    let margin = low == 0 ? 1 : low.magnitude / 2
    return (low - margin, high + margin)
  }

  private static func transformed(_ value: Double, _ scale: Axis.Scale) -> Double {
    switch scale {
    case .linear, .words: value
    case .log: value > 0 ? Elementary.log10(value) : .nan
    case .symlog(let edge): symlog(value, edge)
    }
  }

  /// Decades, with 2 and 5 at a third and two thirds of each, so that bins are drawn equally wide;
  /// five such bins from zero to the edge.
  private static func symlog(_ value: Double, _ edge: Double) -> Double {
    guard edge > 0, edge.isFinite else { return value }
    var size = value.magnitude / edge
    guard size.isFinite else { return value < 0 ? -.infinity : .infinity }
    guard size > 1 else { return value / edge * 5 / 3 }
    var decades = 5.0 / 3
    while size > 10 {
      size /= 10
      decades += 1
    }
    let part = size < 2 ? size - 1 : size < 5 ? 1 + (size - 2) / 3 : 2 + (size - 5) / 5
    return (value < 0 ? -1 : 1) * (decades + part / 3)
  }
}
