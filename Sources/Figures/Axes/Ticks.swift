import Numerics

/// Where an axis has ticks: long ones with a text, and short ones without.
struct Ticks {
  var major: [Axis.Tick]
  var minor: [Double]

  /// Places that a person would choose.
  ///
  /// - Parameters:
  ///   - axis: Its own ticks come before others.
  ///   - scale: From values to places.
  ///   - least: A finer step is taken where there would be fewer, on a linear scale.
  ///   - most: As many at most.
  /// - Returns: Those between the ends of the axis.
  static func chosen(_ axis: Axis, _ scale: AxisScale, least: Int, most: Int) -> Ticks {
    if let ticks = axis.ticks {
      return Ticks(major: ticks.filter { scale.holds($0.value) }, minor: [])
    }
    switch axis.scale {
    case .linear:
      let finer = (most...(most + 4)).lazy.map { linear(scale, most: $0) }
      return finer.first { $0.major.count >= least } ?? linear(scale, most: most)
    case .log: return log(scale, most: most)
    case .symlog(let edge): return symlog(scale, edge: edge)
    case .words(let words):
      let places = words.enumerated().map { Axis.Tick(Double($0.offset), $0.element) }
      return Ticks(major: places, minor: [])
    }
  }

  /// The smallest step of 1, 2, 5 times a power of ten that makes at most so many.
  static func linear(_ scale: AxisScale, most: Int) -> Ticks {
    let span = scale.high - scale.low
    let raw = span / Double(Swift.max(most, 1))
    guard raw.isFinite, raw > 1e-250 else { return Ticks(major: [], minor: []) }
    var exponent = Int(Elementary.log10(raw).rounded(.down))
    var digit = 1
    let mantissa = raw / power(exponent)
    if mantissa > 1 + 1e-9 { digit = 2 }
    if mantissa > 2 + 1e-9 { digit = 5 }
    if mantissa > 5 + 1e-9 {
      digit = 1
      exponent += 1
    }
    let step = Double(digit) * power(exponent)
    let (from, to) = (
      (scale.low / step - 1e-9).rounded(.up), (scale.high / step + 1e-9).rounded(.down)
    )
    guard from.magnitude < 1e12, to.magnitude < 1e12, from <= to, to - from < 100 else {
      return Ticks(major: [], minor: [])
    }
    let counts = (Int(from)...Int(to)).map { $0 * digit }
    let largest = counts.map(\.magnitude).max().map { Double($0) * power(exponent) }
    let texts = texts(counts, exponent, largest: largest ?? 1)
    let values = counts.map { count in
      exponent < 0 ? Double(count) / power(-exponent) : Double(count) * power(exponent)
    }
    return Ticks(major: zip(values, texts).map { Axis.Tick($0, $1) }, minor: [])
  }

  /// Plain numbers, or with a common power of ten from a million up and below a ten-thousandth.
  private static func texts(_ counts: [Int], _ exponent: Int, largest: Double) -> [String] {
    guard largest >= 999_999.5 || exponent < -6 || largest < 0.99e-4 else {
      return counts.map { DecimalText.text($0, exponent: exponent) }
    }
    let shown = Int((Elementary.log10(Swift.max(largest, 1e-300)) + 1e-9).rounded(.down))
    guard exponent - shown >= -12 else {
      return counts.map { DecimalText.text($0, exponent: Swift.max(exponent, -12)) }
    }
    return counts.map { count in
      guard count != 0 else { return "0" }
      let mantissa = DecimalText.text(count, exponent: exponent - shown)
      return "\(mantissa) × \(DecimalText.power(shown))"
    }
  }

  static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<Swift.min(exponent.magnitude, 308) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}
