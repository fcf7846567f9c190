import Numerics
import Support
import Tables

/// Resampling of galaxies with replacement, seeded, so that it is the same on every machine.
///
/// Every cell and group sees the same galaxies in a draw, so that the best cell of a draw means
/// something. Copies of a galaxy are not further galaxies: a draw needs more distinct rows than
/// coefficients, and leaves out every copy of a row where it leaves one out.
///
/// - SeeAlso: Efron 1979, Ann. Statist. 7, 1.
struct Bootstrap: Keyed {
  static let keys: [ObjectKey<Self>] = [
    .value("samples", \.samples, .integer(in: 2...1_000_000), "how many draws"),
    .required("seed", \.seed, .integer(from: 0), "the seed of the draws"),
  ]
  private var samples = 1000
  private var seed = 0

  /// The fits of every draw and group.
  ///
  /// - Parameters:
  ///   - sample: The rows.
  ///   - fits: The fit of each group; one that is refused has no draws.
  ///   - context: Whoever shares the work; a stop leaves the rest out.
  /// - Returns: Fits by draw and group; shape `[samples][groups]`.
  func draws(
    of sample: RegressionSample, _ fits: [Result<LinearModel, RegressionRefusal>],
    _ context: StepContext
  ) -> [[DrawnFit]] {
    let members = sample.members
    let ids = Array(Set(members.flatMap(\.self))).sorted()
    var generator = SplitMix64(seed: UInt64(seed))
    // The draws come from one generator, one after the other; only their fits are shared out.
    let drawn = (0..<samples).map { _ in
      var times: [Int: Int] = [:]
      for _ in ids {
        let drawn = generator.next().multipliedFullWidth(by: UInt64(ids.count)).high
        times[ids[Int(drawn)], default: 0] += 1
      }
      return times
    }
    let draws = context.workers.map(samples) { draw -> [DrawnFit]? in
      guard !context.isCancelled() else { return nil }
      let times = drawn[draw]
      return sample.groups.rows.enumerated().map { group, rows in
        let drawn = zip(rows, members[group]).map { (row: $0, times: times[$1, default: 0]) }
          .filter { $0.times > 0 }
        guard case .success = fits[group],
          case .success(let model) = sample.fit(drawn.map(\.row), times: drawn.map(\.times))
        else { return DrawnFit(missing: 1 + sample.terms.count) }
        return DrawnFit(model)
      }
    }
    return draws.compactMap(\.self)
  }
}
