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
    let ids = Array(Set(sample.members.joined())).sorted()
    let place = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let places = sample.members.map { members in members.compactMap { place[$0] } }
    let blocks = Array(0..<samples).inParts(of: Lanes.count)
    let draws = context.workers.map(blocks.count) { block -> [[DrawnFit]] in
      guard !context.isCancelled() else { return [] }
      let times = blocks[block].map { self.times(ofDraw: $0, among: ids.count) }
      let drawn = fits.indices.map { group -> [DrawnFit] in
        guard case .success = fits[group] else {
          return times.map { _ in DrawnFit(missing: 1 + sample.columns.terms.count) }
        }
        return self.fits(sample, sample.groups.rows[group], places[group], times)
      }
      return times.indices.map { draw in drawn.map { $0[draw] } }
    }
    return draws.flatMap(\.self)
  }

  /// How often each galaxy is drawn.
  ///
  /// The draws come from one generator, one after the other. Its numbers are made of an arithmetic
  /// sequence, so that it can begin at any draw.
  private func times(ofDraw draw: Int, among count: Int) -> [Int] {
    var generator = SplitMix64(seed: UInt64(seed), after: UInt64(draw) &* UInt64(count))
    var times = [Int](repeating: 0, count: count)
    for _ in 0..<count {
      times[Int(generator.next().multipliedFullWidth(by: UInt64(count)).high)] += 1
    }
    return times
  }

  /// The fits of some draws of one group.
  private func fits(
    _ sample: RegressionSample, _ rows: [Int], _ places: [Int], _ times: [[Int]]
  ) -> [DrawnFit] {
    let drawn = times.map { times in rows.indices.filter { times[places[$0]] > 0 } }
    let fits = sample.columns.fits(
      drawn.map { $0.map { rows[$0] } },
      times: zip(drawn, times).map { drawn, times in drawn.map { times[places[$0]] } })
    return fits.map { fit in
      guard case .success(let model) = fit else {
        return DrawnFit(missing: 1 + sample.columns.terms.count)
      }
      return DrawnFit(model)
    }
  }
}
