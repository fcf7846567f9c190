/// A value for each quantity of a fit.
package struct Quantities: Sendable {
  /// The parameters of the law.
  package var law: ParameterVector
  package var galaxy: GalaxyValues<Double>

  package init(law: ParameterVector, galaxy: GalaxyValues<Double>) {
    (self.law, self.galaxy) = (law, galaxy)
  }

  package init(repeating value: Double) {
    law = ParameterVector(repeating: value)
    galaxy = GalaxyValues(repeating: value)
  }

  package subscript(quantity: Quantity) -> Double {
    get {
      switch quantity {
      case .parameter(let position): law[position]
      case .galaxy(let parameter): galaxy[parameter]
      }
    }
    set {
      switch quantity {
      case .parameter(let position): law[position] = newValue
      case .galaxy(let parameter): galaxy[parameter] = newValue
      }
    }
  }
}
