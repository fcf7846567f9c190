import Galaxies
import Plans
import Specs
import Steps
import Support
import Tables
import TestKit
import Testing

/// Cells are measured side by side; each has the bits of the cell alone.
@Suite("Offsets side by side", .limited(minutes: 5))
struct OffsetLanesTests {
  /// Galaxies in which everything occurs that offsets ask for: gas that pulls outward, points that
  /// do not move, too few points, values that the catalogue lacks, radii beside each other.
  private static let galaxies: [Galaxy] = {
    var galaxies = MockSample(seed: 5, galaxies: 24, noise: 3).dataset.galaxies
    for index in galaxies.indices {
      var galaxy = galaxies[index]
      let count = galaxy.curve.count
      switch index % 12 {
      case 1: for i in 0..<min(4, count) { galaxy.curve.gasSpeed[i] = -60 }
      case 2: galaxy.curve.observedSpeed[count - 1] = 0
      case 3: galaxy.flatSpeed = .nan
      case 4: galaxy.effectiveSurfaceBrightness = .nan
      case 5: galaxy.curve = galaxy.curve.keeping(Array(0..<min(4, count)))
      case 6: for i in 0..<count { galaxy.curve.gasSpeed[i] *= -1 }
      case 7: for i in 0..<count { galaxy.curve.diskSpeed[i] = 0 }
      case 8:
        for i in 1..<count where i % 2 == 1 {
          galaxy.curve.radius[i] = galaxy.curve.radius[i - 1].nextUp
        }
      case 9: for i in 0..<count { galaxy.curve.gasSpeed[i] = i % 2 == 0 ? 1e-160 : 0 }
      case 10: galaxy.luminosity = 1e-3
      default: break
      }
      if index % 12 == 9 { for i in 0..<count { galaxy.curve.diskSpeed[i] = 0 } }
      galaxies[index] = galaxy
    }
    return galaxies
  }()

  private static let grid = """
    "grid": {"upsilon_disk": [0, 0.2, 0.45, 0.5, 0.9, 1.7, 3], "upsilon_bulge": [0.3, 0.7],
             "upsilon_gas": [0, 1, 1.3]}
    """

  private static func spec(_ settings: String, _ method: OffsetMethod, _ grid: String) -> String {
    """
    {"upsilon": 1, "name": "test", "dataset": "made-up", \(grid),
     "model": {"offset": {\(settings)}}, "methods": {"offset": "\(method.rawValue)"}}
    """
  }

  private static func bits(_ value: Double) -> UInt64 {
    value.isNaN ? Double.nan.bitPattern : value.bitPattern
  }

  /// How many values of a table are not those of the single cells, and how many were compared.
  private static func differences(
    of text: String, _ galaxies: [Galaxy], _ method: OffsetMethod
  ) throws -> (wrong: Int, compared: Int) {
    let plan = try MadeUp.plan(
      text, dataset: Dataset(name: "made-up", galaxies: galaxies, inputs: MadeUp.inputs))
    let settings = try #require(plan.spec.offset)
    let table = try #require(plan.computed().tables["offsets"])
    let columns = ["offset", "c_v", "f_gas", "points_used", "reason", "outward_points"]
      .map { table.values($0) }
    func ratio(_ name: String, _ row: Int, usual: Double) -> Double {
      table[name]?[row] ?? usual
    }
    let subjects = plan.sample.galaxies.map {
      PlainOffsets(galaxy: $0, settings: settings, method: method)
    }
    var (wrong, compared) = (0, 0)
    for row in 0..<table.rowCount {
      let subject = subjects[row % subjects.count]
      let ratios = MassToLight(
        disk: ratio("upsilon_disk", row, usual: 0.5),
        bulge: ratio("upsilon_bulge", row, usual: 0.7),
        gas: ratio("upsilon_gas", row, usual: 1))
      var wanted = [Double](repeating: .nan, count: 5)
      switch subject.measure(ratios, scale: ratio("g_dagger", row, usual: settings.scale)) {
      case .success(let values): wanted = values + [.nan]
      case .failure(let refusal): wanted[4] = refusal.tableCode
      }
      wanted.append(Double(subject.outwardPoints(ratios)))
      for (column, value) in zip(columns, wanted) {
        compared += 1
        // What is not finite is missing in a table.
        if bits(column[row]) != bits(value.isFinite ? value : .nan) { wrong += 1 }
      }
    }
    return (wrong, compared)
  }

  private static let settings = [
    "", #""gas_sign": "squared""#, #""points": "all", "f_gas": "baryonic""#,
    #""gas_sign": "squared", "f_gas": "baryonic", "valid_at": {"upsilon_disk": 0.5}"#,
    #""valid_at": {"upsilon_disk": 0.1, "upsilon_gas": 0.5}, "minimum_low": 2"#,
    #""minimum_points": 1, "minimum_low": 1, "minimum_outer": 1, "g_dagger": 3e-11"#,
    #""minimum_outer": 9, "g_dagger": 1e-9"#,
  ]

  @Test(arguments: settings, OffsetMethod.allCases)
  func haveTheBitsOfTheSingleOnes(settings: String, method: OffsetMethod) throws {
    let text = Self.spec(settings, method, Self.grid)
    let found = try Self.differences(of: text, Self.galaxies, method)
    #expect(found.wrong == 0)
    #expect(found.compared > 1000)
  }

  @Test func followAnAxisOfTheScale() throws {
    let grid = #""grid": {"upsilon_disk": [0.5, 0.8], "g_dagger": [1e-11, 1.2e-10, 3e-10, 2e-9]}"#
    let text = Self.spec("", .eachAlone, grid)
    #expect(try Self.differences(of: text, Self.galaxies, .eachAlone).wrong == 0)
  }

  @Test(.slow, .enabled(if: PublishedFiles.exist, PublishedFiles.advice), arguments: settings)
  func haveThemForThePublishedCurves(settings: String) throws {
    let text = Self.spec(settings, .eachAlone, Self.grid)
    let galaxies = try PublishedFiles.dataset().galaxies
    #expect(try Self.differences(of: text, galaxies, .eachAlone).wrong == 0)
  }

  /// The comparison tells one ratio from its neighbour.
  @Test func areNotAllAlike() throws {
    let subject = PlainOffsets(
      galaxy: Self.galaxies[0], settings: OffsetSettings(), method: .eachAlone)
    let scale = OffsetSettings().scale
    let one = try subject.measure(MassToLight(disk: 0.5), scale: scale).get()
    let other = try subject.measure(MassToLight(disk: 0.5 + 1e-9), scale: scale).get()
    #expect(one != other)
  }
}
