import Numerics

extension Ticks {
  /// Decades with a text, 2 to 9 between them as short ticks; 2 and 5 have texts as well under a
  /// decade and a half.
  static func log(_ scale: AxisScale, most: Int) -> Ticks {
    let (low, high) = (Elementary.log10(scale.low), Elementary.log10(scale.high))
    let exponents = Int(low.rounded(.down))...Int(high.rounded(.up))
    let named = high - low < 1.5 ? [1, 2, 5] : [1]
    let shown = exponents.filter { holds(Double($0), low, high) }
    let ends = (
      first: shown.first ?? exponents.lowerBound, last: shown.last ?? exponents.upperBound
    )
    let isPlain = ends.first >= -3 && ends.last <= 3
    var ticks = Ticks(major: [], minor: [])
    for exponent in exponents {
      for digit in 1...9 {
        let value =
          exponent < 0 ? Double(digit) / power(-exponent) : Double(digit) * power(exponent)
        guard holds(Elementary.log10(value), low, high) else { continue }
        if named.contains(digit) {
          ticks.major.append(Axis.Tick(value, text(digit, exponent, isPlain)))
        } else if exponents.count <= 13 {
          ticks.minor.append(value)
        }
      }
    }
    if ticks.major.count < 2 {
      let others = linear(scale, most: most)
      if others.major.count > ticks.major.count {
        let values = Set(others.major.map(\.value))
        return Ticks(major: others.major, minor: ticks.minor.filter { !values.contains($0) })
      }
    }
    return ticks
  }

  private static func holds(_ place: Double, _ low: Double, _ high: Double) -> Bool {
    place > low - 1e-9 && place < high + 1e-9
  }

  private static func text(_ digit: Int, _ exponent: Int, _ isPlain: Bool) -> String {
    if isPlain { return DecimalText.text(digit, exponent: exponent) }
    return digit == 1 ? DecimalText.power(exponent) : "\(digit) × \(DecimalText.power(exponent))"
  }

  /// Zero, the edges, and 1, 2, 5 of the decades beyond; the round ones first.
  static func symlog(_ scale: AxisScale, edge: Double) -> Ticks {
    guard edge > 0, edge.isFinite else { return linear(scale, most: 6) }
    let size = Swift.max(scale.low.magnitude, scale.high.magnitude)
    var sizes = [edge]
    while let last = sizes.last, last * 10 <= size * (1 + 1e-9), sizes.count < 12 {
      sizes.append(last * 10)
    }
    let major = ([0] + sizes.flatMap { [$0, -$0] }).filter(scale.holds).sorted()
    let steps = (1...4).map { edge * Double($0) / 5 } + sizes.flatMap { [$0 * 2, $0 * 5] }
    return Ticks(
      major: major.map { Axis.Tick($0, short($0)) },
      minor: steps.flatMap { [$0, -$0] }.filter(scale.holds).sorted())
  }

  /// A number of few digits.
  private static func short(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let decade = Int((Elementary.log10(value.magnitude) + 1e-9).rounded(.down))
    let exponent = decade - 2
    var count = (value / power(exponent)).rounded()
    guard exponent.magnitude < 10 else { return value < 0 ? "−" : "" + DecimalText.power(decade) }
    var shown = exponent
    while count.truncatingRemainder(dividingBy: 10) == 0, shown < 0 {
      count /= 10
      shown += 1
    }
    return DecimalText.text(Int(count), exponent: shown)
  }
}
