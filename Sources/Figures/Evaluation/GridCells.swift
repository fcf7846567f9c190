/// The cells of a grid along one axis: as wide as half of the way to each neighbour.
struct GridCells {
  /// The middles, rising.
  let centres: [Double]
  /// Shape `[centres + 1]`.
  let edges: [Double]

  /// - Returns: `nil` without a value.
  init?(_ values: [Double]) {
    centres = Set(values.filter(\.isFinite)).sorted()
    guard let first = centres.first, let last = centres.last else { return nil }
    guard centres.count > 1 else {
      edges = [first - 0.5, first + 0.5]
      return
    }
    let between = zip(centres, centres.dropFirst()).map { ($0 + $1) / 2 }
    edges =
      [first - (between[0] - first)] + between + [last + (last - between[between.count - 1])]
  }

  var range: ClosedRange<Double> { edges[0]...edges[edges.count - 1] }

  func cell(_ place: Int) -> ClosedRange<Double> { edges[place]...edges[place + 1] }

  /// Which cell has a middle.
  func index(of value: Double) -> Int? {
    var (low, high) = (0, centres.count)
    while low < high {
      let middle = (low + high) / 2
      if centres[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < centres.count && centres[low] == value ? low : nil
  }

  /// Which cell a place lies in.
  func index(around value: Double) -> Int? {
    centres.indices.first { cell($0).contains(value) }
  }
}
