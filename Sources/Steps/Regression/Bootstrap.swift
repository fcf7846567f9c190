import Numerics
import Support
import Tables

/// Resampling of galaxies with replacement, seeded, so that it is the same on every machine.
///
/// Every cell and group sees the same galaxies in a draw, so that the best cell of a draw means
/// something.
///
/// - SeeAlso: Efron 1979, Ann. Statist. 7, 1.
struct Bootstrap: Sendable {
  let samples: Int
  let seed: Int

  /// The largest number of draws.
  private static let mostSamples = 1_000_000

  private static let samplesKey = JSONKey(
    "samples", JSONType<Int>.integer(from: 2), "how many draws, 1000 by default")
  private static let seedKey = JSONKey(
    "seed", JSONType<Int>.integer(from: 0), required: true, "the seed of the draws")
  private static let keys: [any JSONKeyDeclaration] = [samplesKey, seedKey]

  static let type = JSONType<Bootstrap>(schema: JSONObject.schema(of: keys)) { node, report in
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    let samples = object[samplesKey] ?? 1000
    if samples > mostSamples {
      report.error(
        "a bootstrap makes at most \(mostSamples.grouped) draws", at: object.place(of: samplesKey))
    }
    return object[seedKey].map { Bootstrap(samples: samples, seed: $0) }
  }

  /// The columns that describe a distribution of draws.
  static let columns = [
    ColumnSchema("draws", .integer, "draws with a value"),
    ColumnSchema("median", "median of the draws"),
    ColumnSchema("std", "standard deviation of the draws"),
    ColumnSchema("p2_5", "2.5th percentile"),
    ColumnSchema("p16", "16th percentile"),
    ColumnSchema("p84", "84th percentile"),
    ColumnSchema("p97_5", "97.5th percentile"),
  ]

  /// The values of ``columns`` for some draws; NaN counts as a draw without a value.
  func interval(_ values: [Double]) -> [Double] {
    let present = values.filter { !$0.isNaN }
    guard !present.isEmpty else { return [0] + [Double](repeating: .nan, count: 6) }
    func quantile(_ p: Double) -> Double { Statistics.quantile(p, of: present) }
    return [
      Double(present.count), quantile(0.5), Statistics.std(present), quantile(0.025),
      quantile(0.16), quantile(0.84), quantile(0.975),
    ]
  }

  /// R², leave-one-out R², RMS and coefficients of every draw and group.
  ///
  /// - Parameters:
  ///   - sample: The rows.
  ///   - minimum: The least number of rows of a group.
  ///   - isCancelled: Asked before each draw; a stop leaves the rest out.
  /// - Returns: Values by draw, group and quantity; shape `[samples][groups][quantities]`.
  func draws(
    of sample: RegressionSample, minimum: Int, isCancelled: () -> Bool
  ) -> [[[Double]]] {
    let members = sample.members
    let ids = Array(Set(members.flatMap(\.self))).sorted()
    var generator = SplitMix64(seed: UInt64(seed))
    var draws: [[[Double]]] = []
    while draws.count < samples, !isCancelled() {
      var times: [Int: Int] = [:]
      for _ in ids {
        let drawn = generator.next().multipliedFullWidth(by: UInt64(ids.count)).high
        times[ids[Int(drawn)], default: 0] += 1
      }
      draws.append(
        sample.groups.rows.enumerated().map { group, rows in
          let drawn = zip(rows, members[group]).flatMap { row, id in
            [Int](repeating: row, count: times[id] ?? 0)
          }
          guard case .success(let model) = sample.fit(drawn, minimum: minimum) else {
            return [Double](repeating: .nan, count: 4 + sample.terms.count)
          }
          return [model.rSquared, model.leaveOneOutRSquared, model.rms] + model.coefficients
        })
    }
    return draws
  }

  var resolved: JSONValue {
    ["samples": .number(Double(samples)), "seed": .number(Double(seed))]
  }
}
