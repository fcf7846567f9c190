/// Steps of ink for counts: 1, 2, 4, … 32, or wider ones where counts are large.
struct DensityLevels {
  /// The least count of each step.
  let least: [Int]

  init(_ counts: [Int]) {
    let most = counts.max().map { Swift.max($0, 1) } ?? 1
    var shift = 1
    while shift < 10, most >> (shift * 6 + 1) > 0 { shift += 1 }
    least = (0..<6).map { 1 << ($0 * shift) }.filter { $0 <= most }
  }

  /// How strong the ink of each step is.
  var opacities: [Double] { Array([0.09, 0.16, 0.24, 0.34, 0.45, 0.58].prefix(least.count)) }

  /// The step of a count that is at least one.
  func level(_ count: Int) -> Int { Swift.max(least.count { $0 <= count } - 1, 0) }
}
