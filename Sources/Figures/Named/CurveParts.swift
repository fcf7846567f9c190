import Models
import Support
import Tables

/// What figures of fitted curves know of their tables.
struct CurveParts {
  /// The columns of a table of curves that figures draw.
  static let measured = [
    "radius", "v_obs", "e_v_obs", "v_gas", "v_disk", "v_bulge", "v_bary", "v_extra", "v_model",
    "residual",
  ]

  /// The laws that are drawn.
  let models: [String]
  /// A condition that leaves only so many laws, where not all are drawn.
  let limited: JSONValue?
  /// The table of lines between the measured radii; `nil` where there is none.
  let fine: String?
  /// The fitted values that the head says.
  let values: JSONValue?
  let quality: JSONValue?

  init(_ curves: TableSchema, _ setting: FigureSetting, models given: [String], most: Int) {
    let known = curves.words(of: "model")
    models = given.isEmpty ? Array(known.prefix(most)) : given
    limited = known.count > most ? .condition("model", among: models) : nil
    let name = "\(curves.name).fine"
    fine = setting.schemas[name] == nil ? nil : name
    guard let fits = setting.schemas.fits(behind: curves) else {
      (values, quality) = (nil, nil)
      return
    }
    let chosen = models
    let shown = fits.valueColumns.map(\.name).filter { name in
      fits["e_\(name)"] != nil
        && (chosen.isEmpty || chosen.contains { Self.has($0, name, fits) })
    }
    values = shown.isEmpty ? nil : .array(shown.map { .string("\(fits.name).\($0)") })
    quality = fits["chi2_reduced"] == nil ? nil : .string("\(fits.name).chi2_reduced")
  }

  /// Whether a quantity is one of a law or of every galaxy.
  private static func has(_ model: String, _ quantity: String, _ fits: TableSchema) -> Bool {
    guard let card = ModelCatalogue.law(named: model)?.card else { return true }
    let isOfLaw = ModelCatalogue.parameterNames.contains(quantity)
    return !isOfLaw || card.parameters.contains { $0.name == quantity }
  }
}
