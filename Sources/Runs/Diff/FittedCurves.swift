import Experiments
import Galaxies
import Models

/// The curves that the rows of `fits` stand for.
struct FittedCurves {
  private let galaxyOf: [Double]
  private let galaxyNames: [String]
  private let modelOf: [Double]
  private let laws: [(any RotationLaw.Type)?]
  /// The values of each parameter of each law; shape `[laws][parameters][rows]`.
  private let parameters: [[[Double]]]
  private let ratios: (disk: [Double], bulge: [Double], gas: [Double])

  /// - Returns: `nil` if the table is not one of fits at known ratios.
  init?(_ fits: Table) {
    guard let galaxyOf = fits["galaxy"], let names = fits.schema["galaxy"]?.vocabulary,
      let modelOf = fits["model"], let models = fits.schema["model"]?.vocabulary,
      let disk = fits["upsilon_disk"], let bulge = fits["upsilon_bulge"],
      let gas = fits["upsilon_gas"]
    else { return nil }
    self.galaxyOf = galaxyOf
    galaxyNames = names
    self.modelOf = modelOf
    laws = models.map { ModelCatalogue.law(named: $0) }
    let missing = [Double](repeating: .nan, count: fits.rowCount)
    parameters = laws.map { law in
      (law?.card.parameters ?? []).map { fits[$0.name] ?? missing }
    }
    ratios = (disk, bulge, gas)
  }

  /// The galaxy of a row.
  func galaxy(_ row: Int) -> String { galaxyNames[Int(galaxyOf[row])] }

  /// The speeds that a row predicts, km/s; shape `[n]`.
  ///
  /// - Returns: `nil` if the row has no fit.
  func speeds(_ row: Int, _ curve: RotationCurve, scaleLength: Double) -> [Double]? {
    let model = Int(modelOf[row])
    let values = parameters[model].map { $0[row] }
    guard let law = laws[model], !values.allSatisfy(\.isNaN) else { return nil }
    // A scale without a value multiplies an amplitude of zero: any number serves.
    let fitted = ParameterVector(values.map { $0.isNaN ? 1 : $0 })
    let masses = MassToLight(disk: ratios.disk[row], bulge: ratios.bulge[row], gas: ratios.gas[row])
    return [Double](unsafeUninitializedCapacity: curve.count) { buffer, count in
      let speeds = UnsafeMutableBufferPointer(rebasing: buffer[..<curve.count])
      _ = BaryonicSpeed.compute(curve, masses, into: speeds)
      for index in speeds.indices {
        speeds[index] = law.speed(
          at: LawPoint(
            radius: curve.radius[index], baryonSpeed: speeds[index], diskScaleLength: scaleLength),
          fitted)
      }
      count = curve.count
    }
  }
}
