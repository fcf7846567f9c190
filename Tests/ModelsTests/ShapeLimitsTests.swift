import Models
import Numerics
import TestKit
import Testing

/// What proofs of tapers rest on, proved by intervals.
@Suite("Limits of a shape", .limited)
struct ShapeLimitsTests {
  /// All numbers between two, rounded outward after each operation.
  struct Interval {
    let low: Double
    let high: Double

    init(_ low: Double, _ high: Double) {
      (self.low, self.high) = (low, high)
    }

    init(outward low: Double, _ high: Double) {
      self.init(low.nextDown, high.nextUp)
    }

    static func + (a: Interval, b: Interval) -> Interval {
      Interval(outward: a.low + b.low, a.high + b.high)
    }

    static func - (a: Interval, b: Interval) -> Interval {
      Interval(outward: a.low - b.high, a.high - b.low)
    }

    static func * (a: Interval, b: Interval) -> Interval {
      let products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
      return Interval(
        outward: products.reduce(.infinity, min), products.reduce(-.infinity, max))
    }

    static func * (a: Double, b: Interval) -> Interval { Interval(a, a) * b }

    /// The quotient by positive numbers.
    static func / (a: Interval, b: Interval) -> Interval {
      a * Interval(outward: 1 / b.high, 1 / b.low)
    }

    var size: Double { max(high, -low) }
  }

  /// tanh x over an interval of positive numbers; the function grows, and is good to some units of
  /// the last digit.
  static func tanh(_ x: Interval) -> Interval {
    Interval(
      Elementary.tanh(x.low) * (1 - 1e-15), min(1, Elementary.tanh(x.high) * (1 + 1e-15)))
  }

  /// Covers a range by short intervals.
  static func cover(_ range: ClosedRange<Double>, _ count: Int, _ body: (Interval) -> Void) {
    let width = (range.upperBound - range.lowerBound) / Double(count)
    for place in 0..<count {
      body(
        Interval(
          range.lowerBound + width * Double(place),
          (range.lowerBound + width * Double(place + 1)).nextUp))
    }
  }

  /// The fourth derivatives by ln x over the function, of tanh and of its square, with p = t / x.
  static func ratios(_ x: Interval, _ t: Interval, _ p: Interval) -> (Interval, Interval) {
    let one = Interval(1, 1)
    let square = t * t
    let d = one - square
    let shape =
      d
      * (one / p + (-14.0) * (x * x) + (6.0 * (x * x)) * ((6 * square - Interval(2, 2)) / p)
        + (x * x * (x * x)) * (Interval(16, 16) - 24 * square))
    let ofSquare =
      d
      * (2 * (one / p) + 14 * ((one - 3 * square) / (p * p))
        + (6.0 * (x * x)) * ((24 * square - Interval(16, 16)) / p)
        + (x * x) * ((120 * (square * d) - Interval(16, 16)) / (p * p)))
    return (shape, ofSquare)
  }

  @Test func holdForTheHyperbolicTangent() {
    let limits = ShapeLimits.tanh
    var (shape, square) = (0.0, 0.0)
    // tanh x / x falls from one.
    Self.cover(0...20, 160_000) { x in
      let t = Self.tanh(x)
      let ratio = Elementary.tanh(x.high) / x.high * (1 - 1e-15)
      let top = x.low > 0 ? Elementary.tanh(x.low) / x.low * (1 + 1e-15) : 1
      let (one, other) = Self.ratios(x, t, Interval(ratio, top))
      (shape, square) = (max(shape, one.size), max(square, other.size))
    }
    #expect(shape < limits.shape)
    #expect(square < limits.square)
    // Beyond, 1 − t² ≤ 4 e^(−2x), t ≥ tanh 20, and x⁴ e^(−2x) falls: no term is larger than there.
    let fall = 4 * Elementary.exp(-40)
    let bound = fall * (20 + 14 * 400 + 24 * 8_000 + 24 * 160_000) / (1 - 1e-15)
    let ofSquare = fall * (40 + 28 * 400 + 144 * 8_000 + 136 * 160_000) / (1 - 1e-15)
    #expect(max(bound, ofSquare) < 1e-9)
  }

  @Test func holdForTheRationalTaper() {
    let limits = ShapeLimits.rational
    let one = Interval(1, 1)
    var (shape, square) = (0.0, 0.0)
    Self.cover(1e-4...1, 20_000) { s in
      let rest = one - s
      let first = rest * (one - 2 * s) * (one - (12 * (s * rest)))
      let second =
        rest * (Interval(16, 16) - (114 * s) + (s * s) * (Interval(216, 216) - 120 * s))
      (shape, square) = (max(shape, first.size), max(square, second.size))
    }
    #expect(shape < limits.shape)
    #expect(square < limits.square)
    // Near zero, where they are 1 and 16, both fall: their slopes there are −15 and −130.
    Self.cover(0...1e-4, 10) { s in
      let first = Interval(-15, -15) + 100 * s
      let second = Interval(-130, -130) + 1000 * s
      #expect(first.high < 0 && second.high < 0)
    }
  }

  /// The formulas of the documentation, by differences of the shapes themselves.
  @Test(arguments: ["tanh-taper", "rational-taper", "rational-taper-kRd"])
  func areThoseOfTheShape(_ name: String) {
    let separable = ModelCatalogue.law(named: name) as? any SeparableLaw.Type
    guard let law = separable, let limits = law.limits else {
      Issue.record("the law has limits")
      return
    }
    let facts = GalaxyFacts(each: 2.5)
    func shape(_ u: Double) -> Double {
      law.shape(at: 3, scale: Elementary.exp(u), in: facts).value
    }
    let h = 0.02
    for place in -150...150 {
      let u = 0.03 * Double(place)
      let values = (-2...2).map { shape(u + h * Double($0)) }
      func fourth(_ v: [Double]) -> Double {
        (v[0] - 4 * v[1] + 6 * v[2] - 4 * v[3] + v[4]) / (h * h * h * h)
      }
      let squares = values.map { $0 * $0 }
      #expect(fourth(values).magnitude <= 1.01 * limits.shape * values[2] + 1e-6)
      #expect(fourth(squares).magnitude <= 1.01 * limits.square * squares[2] + 1e-6)
      #expect((values[3] > values[1]) == limits.grows || values[3] == values[1])
    }
  }
}
