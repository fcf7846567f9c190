import Galaxies
package import Models
package import Tables

/// The curves that the rows of a table of fits stand for.
package struct FittedCurves: Sendable {
  private let galaxyOf: [Double]
  private let galaxyNames: [String]
  private let modelOf: [Double]
  private let laws: [(any RotationLaw.Type)?]
  /// The values of each parameter of each law; shape `[laws][parameters][rows]`.
  private let parameters: [[[Double]]]
  /// The values of the quantities of the galaxy; shape `[rows]` each.
  private let quantities: GalaxyValues<[Double]>
  /// Which rows have a fit.
  private let isFitted: [Bool]

  /// - Returns: `nil` if the table is not one of fits.
  package init?(_ fits: Table) {
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
    isFitted = (fits["chi2"] ?? missing).map { !$0.isNaN }
  }

  /// The galaxy of a row.
  package func galaxy(_ row: Int) -> String { galaxyNames[Int(galaxyOf[row])] }

  /// The curve of a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - subject: Its galaxy.
  /// - Returns: `nil` if the row has no fit, or one by a law that this program does not have.
  package func curve(_ row: Int, _ subject: FitSubject) -> FittedCurve? {
    let model = Int(modelOf[row])
    guard let law = laws[model], isFitted[row] else { return nil }
    let galaxy = GalaxyValues { quantities[$0][row] }
    let values = ParameterVector(parameters[model].map { $0[row] })
    return FittedCurve(law, of: subject, at: Quantities(law: values, galaxy: galaxy))
  }
}
