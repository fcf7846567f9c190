package import Plans
import Steps

/// How the units of a plan are dealt out to parts that take the same time.
///
/// It follows from the plan and the number of parts alone, so that every process divides it in the
/// same way. Records that were dealt in another way are as good as any.
package struct Dealing: Sendable {
  private let lines: [CostLine]

  package init(_ plan: Plan) {
    lines = plan.computations.map { CostLine($0) }
  }

  /// The units of a part, a range for each computation.
  package func units(of shard: Shard) -> [Range<Int>] {
    lines.map { $0.units(of: shard) }
  }

  /// How many units a part has.
  package func unitCount(of shard: Shard) -> Int {
    units(of: shard).reduce(0) { $0 + $1.count }
  }

  /// The parts that hold some units, in their order.
  ///
  /// - Parameters:
  ///   - units: The units, a list of ranges for each computation.
  ///   - count: How many parts there are.
  /// - Returns: The parts.
  func shards(holding units: [[Range<Int>]], among count: Int) -> [Shard] {
    var found: Set<Shard> = []
    for (line, ranges) in zip(lines, units) {
      for range in ranges {
        var unit = range.lowerBound
        while unit < range.upperBound {
          guard let shard = Shard(line.part(holding: unit, among: count), of: count) else { break }
          found.insert(shard)
          unit = line.units(of: shard).upperBound
        }
      }
    }
    return found.sorted { $0.index < $1.index }
  }
}
