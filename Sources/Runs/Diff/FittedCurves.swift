import Galaxies
import Models
import Tables

/// The curves that the rows of `fits` stand for.
struct FittedCurves {
  private let galaxyOf: [Double]
  private let galaxyNames: [String]
  private let modelOf: [Double]
  private let laws: [(any RotationLaw.Type)?]
  /// The values of each parameter of each law; shape `[laws][parameters][rows]`.
  private let parameters: [[[Double]]]
  /// The values of the quantities of the galaxy; shape `[rows]` each.
  private let quantities: GalaxyValues<[Double]>

  /// - Returns: `nil` if the table is not one of fits.
  init?(_ fits: Table) {
    guard let galaxyOf = fits["galaxy"], let names = fits.schema["galaxy"]?.vocabulary,
      let modelOf = fits["model"], let models = fits.schema["model"]?.vocabulary
    else { return nil }
    self.galaxyOf = galaxyOf
    galaxyNames = names
    self.modelOf = modelOf
    let methods = fits.schema.words(of: "method")
    laws = models.enumerated().map { index, model in
      let version = index < methods.count ? methods[index] : ""
      return ModelCatalogue.law(named: model, version: version) ?? ModelCatalogue.law(named: model)
    }
    let missing = [Double](repeating: .nan, count: fits.rowCount)
    parameters = laws.map { law in
      // A law that this program does not have is never asked for a speed.
      guard let law else { return [] }
      return law.card.parameters.map { fits[$0.name] ?? missing }
    }
    quantities = GalaxyValues { fits[$0.rawValue] ?? missing }
  }

  /// The galaxy of a row.
  func galaxy(_ row: Int) -> String { galaxyNames[Int(galaxyOf[row])] }

  /// The speeds that a row predicts, as observed at the inclination of the catalogue, km/s; shape
  /// `[n]`.
  ///
  /// - Returns: `nil` if the row has no fit.
  func speeds(_ row: Int, _ subject: FitSubject) -> [Double]? {
    let model = Int(modelOf[row])
    let values = parameters[model].map { $0[row] }
    guard let law = laws[model], !values.allSatisfy(\.isNaN) else { return nil }
    let galaxy = GalaxyValues { quantities[$0][row] }
    return law.curve(of: subject, at: Quantities(law: ParameterVector(values), galaxy: galaxy))
  }
}
