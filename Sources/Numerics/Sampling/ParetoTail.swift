/// The generalised Pareto distribution that the largest of some numbers follow.
///
///     P(x − u > t) = (1 + k t / σ)^(−1/k)
///
/// Of the weights of importance sampling the shape k tells how many of their moments exist: from
/// 0.7 on means converge so slowly that no practical number of draws is enough.
///
/// - SeeAlso: Zhang & Stephens 2009, Technometrics 51, 316, for the fit; Vehtari, Simpson, Gelman,
///   Yao & Gabry 2024, Journal of Machine Learning Research 25, 72, for its use.
package struct ParetoTail: Sendable {
  /// The shape, k, drawn a little towards ½; NaN where a quarter of the excesses are the same, ∞
  /// where it has no value.
  package let shape: Double
  /// The scale, σ.
  package let scale: Double

  /// Fits the excesses over a threshold.
  ///
  /// - Parameter excesses: How far each is above it, in rising order; at least five.
  package init(_ excesses: [Double]) {
    let n = Double(excesses.count)
    let places = 30 + Int(n.squareRoot())
    let quartile = excesses[Int(n / 4 + 0.5) - 1]
    guard quartile > excesses[0] else {
      (shape, scale) = (.nan, .nan)
      return
    }
    let largest = excesses[excesses.count - 1]
    func meanLog(_ b: Double) -> Double {
      var sum = 0.0
      for excess in excesses { sum += Elementary.log1p(-b * excess) }
      return sum / n
    }
    var (bs, heights) = ([Double](), [Double]())
    for place in 1...places {
      let root = (Double(places) / (Double(place) - 0.5)).squareRoot()
      let b = (1 - root) / (3 * quartile) + 1 / largest
      let k = meanLog(b)
      bs.append(b)
      heights.append(n * (Elementary.log(-b / k) - k - 1))
    }
    let highest = heights.reduce(-.infinity) { max($0, $1) }
    var (weight, product) = (0.0, 0.0)
    let whole = heights.reduce(0) { $0 + Elementary.exp($1 - highest) }
    for (b, height) in zip(bs, heights) {
      let part = Elementary.exp(height - highest) / whole
      guard part >= 10 * Double.ulpOfOne else { continue }
      weight += part
      product += part * b
    }
    let b = product / weight
    let k = meanLog(b)
    scale = -k / b
    let drawn = (n * k + 5) / (n + 10)
    shape = drawn.isNaN ? .infinity : drawn
  }

  /// The excess below which a probability lies.
  package func quantile(_ p: Double) -> Double {
    guard scale > 0 else { return .nan }
    let exponential = -Elementary.log1p(-p)
    return shape == 0
      ? scale * exponential : scale * Elementary.expm1(shape * exponential) / shape
  }
}
