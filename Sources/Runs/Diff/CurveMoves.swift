import Experiments
import Galaxies
import Models
import Support

/// The curves of the galaxies of two runs, to tell which fits moved without moving their curves.
package struct CurveMoves: Sendable {
  /// A curve that moves by less than this part of the error at every point did not move.
  private static let least = 0.1

  private let galaxies: [String: (curve: WeightedCurve, scaleLength: Double)]

  /// Reads the galaxies that two runs fitted; `nil` if the data of both are not at hand.
  ///
  /// - Parameters:
  ///   - old: The older side, whose cuts count.
  ///   - new: The newer side.
  ///   - shelf: The data folder.
  package init?(_ old: DiffSide, _ new: DiffSide, _ shelf: DataShelf) {
    guard let old = old.run, let new = new.run else { return nil }
    let report = InputReport()
    let path = "\(old.path)/spec.json"
    guard old.manifest.json["inputs"] == new.manifest.json["inputs"],
      let spec = try? SpecLoader.load(path, report), shelf.isAtHand(spec.dataset),
      let dataset = try? shelf.dataset(
        spec.dataset, relativeTo: old.path, at: spec.datasetPlace, report),
      let plan = try? Plan(spec, dataset, report),
      plan.identity.components["inputs"] == Self.inputs(of: old)
    else { return nil }
    galaxies = Dictionary(
      plan.sample.galaxies.map { ($0.name, (WeightedCurve($0.curve), $0.diskScaleLength)) }
    ) { first, _ in first }
  }

  private static func inputs(of run: StoredRun) -> JSONValue {
    .object(
      (run.manifest.json["inputs"]?.array ?? []).map {
        .init($0["role"]?.string ?? "", $0["sha256"] ?? .null)
      })
  }

  /// The joined rows in which a parameter moved and the curve did not.
  func unmoved(by comparison: TableComparison) -> [Int] {
    guard let before = FittedCurves(comparison.old), let after = FittedCurves(comparison.new) else {
      return []
    }
    let rows = comparison.rows
    return comparison.rowsWithMovedParameters.filter { joined in
      let (row, partner) = (rows.old[joined], rows.new[joined])
      guard let (curve, scaleLength) = galaxies[before.galaxy(row)],
        let old = before.speeds(row, curve.curve, scaleLength: scaleLength),
        let new = after.speeds(partner, curve.curve, scaleLength: scaleLength)
      else { return false }
      return curve.error.indices.allSatisfy { index in
        (new[index] - old[index]).magnitude < Self.least * curve.error[index]
      }
    }
  }
}
