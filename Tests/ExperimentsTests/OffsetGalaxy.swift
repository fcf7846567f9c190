import Galaxies
import Numerics
import Plans
import Support
import Tables
import Testing

/// Galaxies whose offsets can be worked out by hand.
///
/// With Υ_disk = 0.5 and no gas the points at R kpc have V²_bary = 100 R km²/s², all with one
/// acceleration. ``scale`` is chosen so that √(g_bar / g†) = ln 2; there the relation predicts
/// twice the baryons, 1 / (1 − e^(−ln 2)) = 2. A point with V_obs² = 200 R · 10^δ is δ dex off, and
/// all points count as low as long as Υ_disk < 0.5 / (ln 2)² = 1.04.
struct OffsetGalaxy {
  /// 100 km²/s² / kpc / (ln 2)² in m/s², from mpmath with 50 digits.
  static let scale = "6.745257487334896e-12"

  var name = "Made"
  /// How far each point lies off, in dex; the radii are 1, 2, 3 … kpc.
  var deltas: [Double]
  /// What multiplies V_disk² of each point; 1 where nothing is given.
  var disk: [Double] = []
  /// V_gas² over R of each point in km²/s²/kpc, with its sign; 0 where nothing is given.
  var gas: [Double] = []
  /// The effective radius, kpc.
  var effectiveRadius = 2.0
  var flatSpeed = 100.0

  /// A galaxy with the same δ everywhere.
  static func even(_ delta: Double, count: Int = 6) -> OffsetGalaxy {
    OffsetGalaxy(deltas: [Double](repeating: delta, count: count))
  }

  var made: Galaxy {
    let radius = deltas.indices.map { Double($0 + 1) }
    let zeros = radius.map { _ in 0.0 }
    func value(_ list: [Double], _ index: Int, usual: Double) -> Double {
      index < list.count ? list[index] : usual
    }
    var galaxy = Galaxy(
      name: name,
      curve: RotationCurve(
        radius: radius,
        observedSpeed: zip(radius, deltas).map { (200 * $0 * .tenTo($1)).squareRoot() },
        observedSpeedError: radius.map { _ in 1 },
        gasSpeed: radius.indices.map { index in
          let squared = value(gas, index, usual: 0) * radius[index]
          return squared < 0 ? -(-squared).squareRoot() : squared.squareRoot()
        },
        diskSpeed: radius.indices.map {
          (200 * radius[$0] * value(disk, $0, usual: 1)).squareRoot()
        },
        bulgeSpeed: zeros, diskSurfaceBrightness: zeros, bulgeSurfaceBrightness: zeros))
    galaxy.flatSpeed = flatSpeed
    // With 100 L☉/pc² the half-light radius is √(L / 0.2π) kpc for L in 1e9 L☉.
    galaxy.effectiveSurfaceBrightness = 100
    galaxy.luminosity = 0.2 * Double.pi * effectiveRadius * effectiveRadius
    return galaxy
  }

  /// A spec of offsets with further settings and members.
  static func spec(
    _ settings: String = "", scale: String = scale, _ more: String = ""
  ) -> String {
    """
    {
      "upsilon": 1,
      "name": "test",
      "dataset": "made-up",
      "model": {"offset": {"g_dagger": \(scale)\(settings.isEmpty ? "" : ", "
        + "\(settings)")}}\(more.isEmpty ? "" : ",\n  \(more)")
    }
    """
  }

  static func dataset(_ galaxies: [OffsetGalaxy]) -> Dataset {
    Dataset(name: "made-up", galaxies: galaxies.map(\.made), inputs: MadeUp.inputs)
  }

  /// The tables of a spec over some galaxies.
  static func results(_ galaxies: [OffsetGalaxy], _ spec: String) throws -> RunResults {
    try MadeUp.plan(spec, dataset: dataset(galaxies)).computed()
  }

  /// The `offsets` table of some galaxies.
  static func offsets(
    _ galaxies: [OffsetGalaxy], _ settings: String = "", scale: String = scale, _ more: String = ""
  ) throws -> Table {
    try #require(try results(galaxies, spec(settings, scale: scale, more)).tables["offsets"])
  }
}

extension Double {
  /// 10 to some power, close to the last digit.
  static func tenTo(_ exponent: Double) -> Double {
    Elementary.pow(10, exponent)
  }
}

extension Table {
  /// The words or numbers of a column as text.
  func texts(_ column: String) -> [String] {
    schema.index(of: column).map { index in
      (0..<rowCount).map { text(row: $0, column: index) }
    } ?? []
  }

  /// The only value of a column in the only row.
  func only(_ column: String) throws -> Double {
    try #require(rowCount == 1 ? self[column]?.first : nil)
  }
}
