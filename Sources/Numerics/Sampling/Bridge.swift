/// What a density integrates to, from draws of it and draws of a known distribution.
///
/// - SeeAlso: Meng & Wong 1996, Statistica Sinica 6, 831; Frühwirth-Schnatter 2004, Econometrics
///   Journal 7, 143, for the error.
struct Bridge {
  /// The logarithm of the integral.
  private(set) var logarithm: Double
  /// Its standard error.
  private(set) var error = Double.infinity

  /// - Parameters:
  ///   - own: The logarithm of density over known distribution at draws of the density.
  ///   - others: The same at draws of the known distribution.
  ///   - efficiency: Effective draws by draws of the former, which come from chains.
  init(_ own: [Double], _ others: [Double], efficiency: Double) {
    let middle = Statistics.median(own)
    let (first, second) = (
      own.map { Elementary.exp($0 - middle) },
      others.map { Elementary.exp($0 - middle) }
    )
    let (n1, n2) = (Double(own.count) * efficiency, Double(others.count))
    let (s1, s2) = (n1 / (n1 + n2), n2 / (n1 + n2))
    var ratio = 1.0
    for _ in 0..<200 {
      let above = Statistics.mean(second.map { $0 / (s1 * $0 + s2 * ratio) })
      let below = Statistics.mean(first.map { 1 / (s1 * $0 + s2 * ratio) })
      let next = above / below
      let change = (next / ratio - 1).magnitude
      ratio = next
      if change < 1e-10 { break }
    }
    logarithm = middle + Elementary.log(ratio)
    func relativeVariance(_ values: [Double]) -> Double {
      let spread = Statistics.sampleStd(values) / Statistics.mean(values)
      return spread * spread
    }
    let fromOthers = relativeVariance(second.map { $0 / (s1 * $0 + s2 * ratio) }) / n2
    let fromOwn = relativeVariance(first.map { 1 / (s1 * $0 + s2 * ratio) }) / n1
    error = (fromOthers + fromOwn).squareRoot()
  }
}
