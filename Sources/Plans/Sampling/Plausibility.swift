import Galaxies
import Specs
import Support
import Tables

/// What is read and is beyond what galaxies have, so that its unit may be another one.
///
/// It is no mistake, and is told for each column once.
struct Plausibility {
  let dataset: Dataset
  let spec: ExperimentSpec

  /// Tells what there is to tell.
  func tell(_ sample: Sample, _ report: InputReport) {
    for note in curves + catalogue {
      report.warn(note.message, at: spec.datasetPlace, help: note.help)
    }
    for axis in spec.grid { tell(axis, report) }
    tellCuts(sample, report)
  }

  private typealias Note = (message: String, help: String)

  private static let unitHelp =
    "if the file is in another unit, say so in its header, as 'v_obs [m/s]', or in \"units\""

  /// Speeds in km/s and radii in kpc.
  private var curves: [Note] {
    let limits = [
      "radius": 1_000.0, "v_obs": 2_000, "e_v_obs": 2_000, "v_gas": 2_000, "v_disk": 2_000,
      "v_bulge": 2_000,
    ]
    let beyond = PointColumn.all.compactMap { column -> Note? in
      limits[column.name].flatMap { limit in
        note(column.name, column.unit, limit) {
          $0.curve[keyPath: column.field].reduce(0) { max($0, $1.magnitude) }
        }
      }
    }
    let loose = dataset.galaxies.filter { galaxy in
      let curve = galaxy.curve
      return curve.count > 0
        && zip(curve.observedSpeed, curve.observedSpeedError).allSatisfy { $1 > $0 }
    }
    guard let first = loose.first else { return beyond }
    return beyond + [
      (
        "'e_v_obs' is above 'v_obs' in every point of \(Self.galaxies(loose.count, first.name))",
        "the columns may be exchanged, or the errors in another unit"
      )
    ]
  }

  /// Distances in Mpc, luminosities in 1e9 of the Sun's, angles in degrees.
  private var catalogue: [Note] {
    let limits = [
      "distance": 5_000.0, "luminosity": 1e5, "m_hi": 1e5, "v_flat": 2_000, "r_hi": 1_000,
    ]
    var notes = GalaxyColumn.all.compactMap { column -> Note? in
      limits[column.name].flatMap { note(column.name, column.unit, $0, column.value) }
    }
    let angles = dataset.galaxies.map(\.inclination).filter { !$0.isNaN }
    if let largest = angles.max(), largest > 0, largest <= 1.6 {
      notes.append(
        (
          "'inclination' is at most \(JSONValue.spelling(of: largest)) in all galaxies, and is "
            + "read in deg",
          "if the file is in radian, say so in its header, as 'inclination [rad]'"
        ))
    }
    return notes
  }

  private func note(
    _ name: String, _ unit: String, _ limit: Double, _ value: (Galaxy) -> Double
  ) -> Note? {
    var (count, largest, first) = (0, limit, "")
    for galaxy in dataset.galaxies {
      let own = value(galaxy)
      guard own > limit, own.isFinite else { continue }
      if count == 0 { first = galaxy.name }
      (count, largest) = (count + 1, max(largest, own))
    }
    guard count > 0 else { return nil }
    return (
      "'\(name)' reaches \(Self.spelling(largest)) in \(Self.galaxies(count, first)), and "
        + "is read in \(unit)", Self.unitHelp
    )
  }

  private static func spelling(_ value: Double) -> String {
    Int(exactly: value)?.grouped ?? JSONValue.spelling(of: value)
  }

  private static func galaxies(_ count: Int, _ first: String) -> String {
    count == 1 ? "galaxy '\(first)'" : "\(count.grouped) galaxies, first '\(first)'"
  }

  /// Mass-to-light ratios; zero leaves a component out.
  private func tell(_ axis: Axis, _ report: InputReport) {
    guard axis.name == "upsilon_disk" || axis.name == "upsilon_bulge",
      let odd = axis.values.first(where: { $0 != 0 && !(0.05...20).contains($0) })
    else { return }
    report.warn(
      "'\(axis.name)' is \(JSONValue.spelling(of: odd)), and stars have ratios from 0.05 to 20",
      at: axis.place, help: "it is in solar masses per solar luminosity")
  }

  /// Rules that change nothing.
  private func tellCuts(_ sample: Sample, _ report: InputReport) {
    let flow = sample.cutFlow
    let (before, dropped) = (flow.values("before"), flow.values("dropped"))
    let rules = spec.cuts.points + spec.cuts.galaxies
    for row in 0..<flow.rowCount where dropped[row] == 0 && before[row] > 0 {
      let text = flow.text(row: row, of: "rule")
      guard let rule = rules.first(where: { $0.canonicalText == text }) else { continue }
      let kind = flow.text(row: row, of: "kind") == "points" ? "point" : "galaxy"
      report.warn("the cut '\(text)' drops no \(kind)", at: rule.place)
    }
  }
}
