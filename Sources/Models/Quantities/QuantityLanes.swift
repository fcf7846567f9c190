package import Numerics

/// A value for each quantity of a fit, eight times side by side.
package struct QuantityLanes: Sendable {
  /// The parameters of the law.
  package var law: ParameterValues<Lanes>
  package var galaxy: GalaxyValues<Lanes>

  /// Eight times the same.
  package init(repeating quantities: Quantities) {
    law = ParameterValues(quantities.law)
    galaxy = GalaxyValues { Lanes(quantities.galaxy[$0]) }
  }

  package subscript(quantity: Quantity) -> Lanes {
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

  /// One of the eight.
  package func quantities(_ lane: Int) -> Quantities {
    var one = Quantities(repeating: 0)
    for position in 0..<ParameterVector.capacity { one.law[position] = law[position][lane] }
    one.galaxy = GalaxyValues { galaxy[$0][lane] }
    return one
  }
}
