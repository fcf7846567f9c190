import Models
package import Plans
import Specs
import Steps
package import Support
import Synchronization

/// The proofs of the fits of a run, made anew.
package enum ProofCheck {
  /// How many units a worker takes at once.
  private static let share = 256

  /// Counts the fits that are proven to be the best within their bounds.
  ///
  /// - Parameters:
  ///   - plan: The plan of the run.
  ///   - jobs: How many workers.
  ///   - cancellation: A request to stop.
  ///   - observe: Called with the number of units done so far.
  /// - Returns: The counts.
  /// - Throws: `InputRejected` where nothing can be proven, ``RecomputationStopped`` after a stop.
  package static func proofs(
    of plan: Plan, jobs: Int, cancellation: Cancellation,
    observe: @escaping @Sendable (Int) -> Void
  ) throws -> FitProofs {
    guard let fits = plan.proving else {
      throw InputRejected("the run has no fits, so there is nothing to prove")
    }
    guard plan.spec.search != .starts else {
      throw InputRejected(
        "the search '\(plan.spec.search.rawValue)' of this run proves nothing",
        help: "run its spec with the newest 'search' in 'methods'")
    }
    let pieces = (fits.unitCount + share - 1) / share
    let done = Atomic(0)
    let counts = Scheduler.map(pieces, jobs: jobs, cancellation: cancellation) { piece in
      let units = (piece * share)..<min((piece + 1) * share, fits.unitCount)
      let proofs = fits.proofs(of: units)
      observe(done.add(units.count, ordering: .relaxed).newValue)
      return proofs
    }
    guard let counts else { throw RecomputationStopped() }
    return counts.reduce(FitProofs(fits: 0, proven: 0), +)
  }
}
