package import Plans
import Records
import Specs
package import Tables

/// What `run` leaves in hand: the run on disk, its tables, and what became of the expectations.
package struct RunOutcome: Sendable {
  /// Where a run comes from.
  package enum Origin: Equatable, Sendable {
    /// It was computed, by this process or together with others.
    case computed
    /// It was there already and nothing was computed.
    case there
    /// The run in another folder has the same identity, and its manifest and tables were taken
    /// over.
    case twin(String)
  }

  package let plan: Plan
  package let run: StoredRun
  /// The tables; of large ones the columns that expectations and the answer read.
  package let tables: TableSet
  /// How the fits turned out, if there are some.
  package let fits: FitOverview?
  package let expectations: [ExpectationOutcome]
  package let origin: Origin
  /// How many units this process computed; others computed the rest, or it was there.
  package let computed: Int
  /// Wall time of computing and writing, s.
  package let seconds: Double

  /// The folder of the run that was taken over, if that is so.
  package var twin: String? {
    guard case .twin(let name) = origin else { return nil }
    return name
  }

  /// How many units have no fit.
  package var refusedCount: Int {
    run.manifest.statuses.filter { $0.status == "refused" }.reduce(0) { $0 + $1.count }
  }

  /// Whether every expectation is met and no more units are refused than the spec allows.
  package var isSatisfied: Bool {
    expectations.allSatisfy(\.isMet)
      && (plan.spec.limits.refused.map { refusedCount <= $0 } ?? true)
  }
}
