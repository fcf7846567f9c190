import Support
import Tables

/// What the fits of one model are where they lie on bounds: another model, or the baryons alone.
struct ModelLimits {
  /// The word for a fit whose model adds nothing.
  static let baryons = "baryons alone"

  private let model: FitFacts.Model

  /// - Returns: `nil` for a model of which nothing is known.
  init?(of name: String, _ facts: FitFacts) {
    guard let model = facts.models.first(where: { $0.name == name }) else { return nil }
    self.model = model
  }

  /// Every word that ``words(of:)`` may give.
  var vocabulary: [String] {
    (model.limits.map(\.model) + [Self.baryons]).distinct
  }

  /// The bounds at which the model becomes another one, as tables have them.
  func bounds(of other: String) -> [String] {
    model.limits.filter { $0.model == other }.map(\.bound)
  }

  /// The parameter that is zero where the baryons are left alone.
  var amplitude: String { model.parameters.first ?? "amplitude" }

  /// What each fit of a table is; `nil` for one that is the model itself; shape `[rows]`.
  func words(of table: Table) -> [String?] {
    let amplitudes = table[amplitude]
    let vocabulary = table.schema["bound"]?.vocabulary
    // Of all ways to lie on bounds few occur.
    var limits: [Int: String?] = [:]
    return table.items("bound").enumerated().map { row, bound in
      if let amplitudes, amplitudes[row] == 0 { return Self.baryons }
      guard let bound, let vocabulary else { return nil }
      if let known = limits[bound] { return known }
      let found = limit(at: vocabulary[bound])
      limits.updateValue(found, forKey: bound)
      return found
    }
  }

  /// The model that a fit is whose parameters lie on some bounds.
  ///
  /// Only one of its own parameters may: a limit leads the others along, which another bound stops.
  private func limit(at bounds: String) -> String? {
    let own = bounds.split(separator: ", ").filter { bound in
      model.parameters.contains { bound.hasPrefix("\($0) ") }
    }
    guard let bound = own.first, own.count == 1 else { return nil }
    return model.limits.first { $0.bound == bound }?.model
  }
}
