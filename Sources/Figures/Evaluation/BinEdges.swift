import Numerics

/// Bins that follow each other.
struct BinEdges {
  /// Shape `[bins + 1]`.
  let edges: [Double]

  var count: Int { edges.count - 1 }

  /// The bins of some values; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - bins: How they are chosen.
  ///   - values: The values that are binned, those that are missing left out.
  ///   - isLog: Whether bins are equal in decades.
  init?(_ bins: Bins, of values: [Double], isLog: Bool) {
    if case .edges(let edges) = bins {
      self.edges = edges
      return
    }
    let usable = isLog ? values.filter { $0 > 0 } : values
    guard var low = usable.min(), var high = usable.max() else { return nil }
    if isLog { (low, high) = (Elementary.log10(low), Elementary.log10(high)) }
    let places: [Double]
    switch bins {
    case .edges: return nil
    case .count(let count):
      if low == high { (low, high) = (low - 0.5, high + 0.5) }
      places = (0...count).map { low + (high - low) * Double($0) / Double(count) }
    case .width(let width):
      let first = (low / width).rounded(.down)
      let steps = max(1, (high / width).rounded(.down) - first + 1)
      guard steps <= 1000 else { return nil }
      places = (0...Int(steps)).map { (first + Double($0)) * width }
    }
    edges = isLog ? places.map { Elementary.pow(10, $0) } : places
  }

  /// The bin of a value; the last one has both of its edges.
  func index(of value: Double) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value <= last else {
      return nil
    }
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
