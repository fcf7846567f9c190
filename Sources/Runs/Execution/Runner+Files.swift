import Galaxies
import Plans
import Records
import Specs
import Support

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Runner {
  /// Every file of a finished run; `nil` if a stop was requested.
  func files(
    of plan: Plan, _ results: RunResults, _ computed: Int, _ started: Date,
    _ clock: ContinuousClock.Instant
  ) throws -> [RunFile]? {
    let kept = plan.kept(results.tables)
    guard let tables = TableFiles(kept, meta: plan.tableMeta, jobs: jobs, unless: cancellation)
    else { return nil }
    let manifest = Manifest(plan, tables: tables.records, results: results)
    return completed(
      tables.files + [RunFile(ManifestFile.name, manifest.json.readableBytes)], plan,
      journal(of: plan, computed: computed, started, clock))
  }

  /// Every file of a run that takes over what its twin holds.
  func files(
    of plan: Plan, from twin: RunTwin, _ started: Date, _ clock: ContinuousClock.Instant
  ) -> [RunFile] {
    completed(
      twin.files, plan, journal(of: plan, computed: 0, takenOver: twin.name, started, clock))
  }

  private func journal(
    of plan: Plan, computed: Int, takenOver twin: String? = nil, _ started: Date,
    _ clock: ContinuousClock.Instant
  ) -> Journal {
    Journal(
      from: started, lasting: clock.duration(to: .now).inSeconds, jobs: jobs,
      units: plan.unitCount, computed: computed, by: build, call,
      files: plan.dataset.originals.map(\.name), takenOver: twin,
      notes: plan.warnings.map(\.message))
  }

  /// Manifest and tables with the files that each run has of its own.
  private func completed(_ files: [RunFile], _ plan: Plan, _ journal: Journal) -> [RunFile] {
    RunChecksums.completing(
      files + [
        RunFile("spec.json", plan.spec.resolved.readableBytes),
        RunFile("journal.json", journal.json.readableBytes),
      ])
  }
}
