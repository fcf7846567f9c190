import Galaxies
import Plans
import Specs
import Steps
package import Support
import Tables

/// What a partial run does not have yet.
package struct MissingUnits: Sendable {
  /// How many ranges are spelled out where there are no parts to name.
  private static let rangesShown = 8

  /// How many units are missing.
  package let count: Int
  /// How many parts the plan is divided into, if that is said or all logs and parts agree.
  package let division: Int?
  /// The parts that lack some units, where it is known how many there are.
  package let shards: [Shard]
  /// The units that are missing, in words; a line for each range of them.
  package let ranges: [String]
  /// What other builds have kept of the plan, and this one does not use.
  package let foreign: [ForeignRecords]
  /// What the files were that were given as parts.
  package let parts: [PartFinding]
  /// What is to be known of these files.
  package let notices: [Diagnostic]

  /// Finds out what is missing; `nil` if nothing is.
  ///
  /// - Parameters:
  ///   - records: What is there.
  ///   - plan: What has to be there.
  ///   - divisions: The numbers of parts into which the plan was divided.
  ///   - foreign: What other builds have kept of it.
  ///   - parts: What the files were that were given as parts.
  init?(
    _ records: UnitRecords, of plan: Plan, divisions: Set<Int>, foreign: [ForeignRecords],
    parts: PartReading? = nil
  ) {
    self.foreign = foreign
    (self.parts, notices) = (parts.asList.flatMap(\.findings), parts.asList.flatMap(\.notices))
    let missing = records.missing()
    count = missing.joined().reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    let counts = divisions.subtracting([1])
    division = counts.count == 1 ? counts.first : divisions == [1] ? 1 : nil
    shards =
      counts.count == 1 ? counts.flatMap { Dealing(plan).shards(holding: missing, among: $0) } : []
    let all = zip(plan.computations, missing).flatMap { computation, ranges in
      ranges.map { Self.text($0, computation, plan) }
    }
    let rest = all.count - Self.rangesShown
    ranges =
      all.prefix(Self.rangesShown) + (rest > 0 ? ["and \(rest.grouped) further ranges"] : [])
  }

  /// What is missing, in one sentence.
  package var summary: String {
    let units = count.counted("unit", "units")
    if shards.isEmpty { return "\(units): \(ranges.joined(separator: "; "))" }
    return "\(shards.count == 1 ? "shard" : "shards") \(Self.names(of: shards)) (\(units))"
  }

  /// The names of parts, those that follow each other as `3/7 to 6/7`.
  private static func names(of shards: [Shard]) -> String {
    var runs: [(first: Shard, last: Shard)] = []
    for shard in shards {
      if let last = runs.last?.last, last.index + 1 == shard.index {
        runs[runs.count - 1].last = shard
      } else {
        runs.append((shard, shard))
      }
    }
    return runs.map { run in
      switch run.last.index - run.first.index {
      case 0: "\(run.first)"
      case 1: "\(run.first), \(run.last)"
      default: "\(run.first) to \(run.last)"
      }
    }.joined(separator: ", ")
  }

  /// A range of units as a person knows them.
  private static func text(
    _ units: Range<Int>, _ computation: any Computation, _ plan: Plan
  ) -> String {
    let name = computation.schema.name
    let first = place(of: units.lowerBound, computation, plan)
    guard units.count > 1 else { return "'\(name)' \((units.lowerBound + 1).grouped) (\(first))" }
    let last = place(of: units.upperBound - 1, computation, plan)
    return "'\(name)' \((units.lowerBound + 1).grouped) to \(units.upperBound.grouped) "
      + "(\(first) to \(last))"
  }

  /// The cell and the galaxy of a unit.
  private static func place(
    of unit: Int, _ computation: any Computation, _ plan: Plan
  ) -> String {
    let place = computation.order[unit]
    let cell = zip(plan.spec.grid, plan.cells[place.cell])
      .filter { $0.0.values.count > 1 }.map { "\($0.0.name) \($0.1)" }
    return (cell + [plan.sample.galaxies[place.galaxy].name]).joined(separator: ", ")
  }
}
