import Galaxies
import Models
import Plans
import Records
import Specs
import Support

/// The curves of the galaxies of two runs, to tell which fits moved without moving their curves.
package struct CurveMoves: Sendable {
  /// A curve that moves by less than this part of the error at every point did not move.
  private static let least = 0.1

  /// What a side fitted, by galaxy.
  private typealias Subjects = [String: FitSubject]

  private let old: [String: FitSubject]
  private let new: [String: FitSubject]

  /// Reads the galaxies that two runs fitted; `nil` if the data of both are not at hand.
  ///
  /// - Parameters:
  ///   - old: The older side.
  ///   - new: The newer side.
  ///   - source: The data at hand.
  package init?(_ old: DiffSide, _ new: DiffSide, _ source: some DatasetSource) {
    guard let old = old.run, let new = new.run,
      old.manifest.inputs == new.manifest.inputs,
      let before = Self.subjects(of: old, source)
    else { return nil }
    self.old = before
    guard Self.components(of: old) != Self.components(of: new) else {
      self.new = before
      return
    }
    guard let after = Self.subjects(of: new, source) else { return nil }
    self.new = after
  }

  private static func subjects(of run: StoredRun, _ source: some DatasetSource) -> Subjects? {
    let report = InputReport()
    let path = "\(run.path)/spec.json"
    guard let spec = try? SpecLoader.load(path, report), source.isAtHand(spec.dataset),
      let dataset = try? source.dataset(
        spec.dataset, relativeTo: run.path, at: spec.datasetPlace, report),
      let plan = try? Plan(spec, dataset, report),
      plan.identity.components["inputs"] == run.manifest.components["inputs"]
    else { return nil }
    return Dictionary(plan.sample.galaxies.map { ($0.name, FitSubject($0)) }) { first, _ in first }
  }

  /// How the speeds of the components follow from the data, and which points are kept.
  private static func components(of run: StoredRun) -> [JSONValue?] {
    let spec = run.manifest.spec.json
    return [
      spec["methods"]?[ComponentChoice.family], spec["thickness"], spec["beyond"],
      spec["cuts"]?["points"],
    ]
  }

  /// The joined rows in which a parameter moved and the curve did not.
  func unmoved(by comparison: TableComparison) -> [Int] {
    guard let before = FittedCurves(comparison.old), let after = FittedCurves(comparison.new) else {
      return []
    }
    let rows = comparison.rows
    return comparison.rowsWithMovedParameters.filter { joined in
      let (row, partner) = (rows.old[joined], rows.new[joined])
      let name = before.galaxy(row)
      guard let subject = self.old[name], let other = self.new[name],
        let old = before.curve(row, subject)?.projectedSpeeds,
        let new = after.curve(partner, other)?.projectedSpeeds,
        old.count == new.count
      else { return false }
      return subject.curve.error.indices.allSatisfy { index in
        (new[index] - old[index]).magnitude < Self.least * subject.curve.error[index]
      }
    }
  }
}
