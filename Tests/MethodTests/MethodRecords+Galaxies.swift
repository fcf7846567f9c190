import Galaxies
import Plans
import Specs
import Support

/// The methods that concern a galaxy rather than a law.
extension MethodRecords {
  // MARK: Disks

  /// The speeds of a smooth disk and of one with a hole and noise, in every version.
  static func disks() -> [MethodRecord] {
    let radius = (1...9).map { 0.7 * Double($0) }
    let smooth = SurfaceDensity(radius: radius, density: radius.map { 300 / (1 + $0 * $0) })
    let holed = SurfaceDensity(radius: radius, density: [0, 0.5, 4, 7, 6.5, 6.9, 3, 1, 0.4])
    return DiskMethod.allCases.map { method in
      let thicknesses: [(name: String, value: DiskThickness)] =
        method == .rings
        ? [("thin", .thin)]
        : [
          ("thin", .thin), ("sech2", .sech2(scaleHeight: 0.3)),
          ("exponential", .exponential(scaleHeight: 0.2)),
        ]
      return MethodRecord(
        "\(ComponentChoice.family) \(method.rawValue)",
        definition: ["thicknesses": .array(thicknesses.map { .string($0.name) })],
        results: thicknesses.map { thickness in
          func speeds(_ name: String, _ disk: SurfaceDensity) -> ResultTable.Column {
            let values = method.squaredSpeeds(of: disk, thickness: thickness.value)
            return .init(name: name, values: values.map { JSONValue.spelling(of: $0) })
          }
          return ResultTable(thickness.name, [speeds("smooth", smooth), speeds("holed", holed)])
        })
    }
  }

  // MARK: Maxima of the posterior

  /// Fits of laws together with their galaxies, under priors of every kind.
  static func posterior() throws -> MethodRecord {
    let plan = try MadeSample.plan(
      #"""
      "model": {"fit": ["linear", "rational-taper", "nfw"]},
      "methods": {"search": "v1_starts"},
      "bounds": {"upsilon_gas": [0.7, 1.5], "inclination": [20, 85]},
      "priors": {
        "upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.1}},
        "inclination": {"normal": {"mean": 55, "sigma": 6}},
        "c200": {"lognormal": {"median": 10, "dex": 0.2}}
      }
      """#)
    return MethodRecord(
      "posterior v1_maximum_posterior", definition: plan.spec.scientific,
      results: try [ResultTable](of: plan))
  }
}
