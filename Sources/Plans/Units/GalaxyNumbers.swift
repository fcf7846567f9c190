import Support
import Tables

/// Works out numbers of a spec for each galaxy of the sample.
struct GalaxyNumbers {
  private let catalogue: Table

  /// - Parameter catalogue: The galaxies.
  init(of catalogue: Table) {
    self.catalogue = catalogue
  }

  /// The values of a number or an expression of the catalogue; shape `[galaxies]`, missing for one
  /// with a mistake.
  func callAsFunction(_ bound: Bound) -> [Double] {
    switch bound {
    case .number(let value): return [Double](repeating: value, count: catalogue.rowCount)
    case .expression(let expression):
      let kind = expression.check(
        over: catalogue.schema, SchemaSet(), expecting: .number, InputReport())
      guard kind != nil else { return [Double](repeating: .nan, count: catalogue.rowCount) }
      return expression.numbers(over: catalogue, TableSet())
    }
  }
}
