/// A value for each quantity of a fit, eight times side by side.
package struct QuantityLanes: Sendable {
  /// The parameters of the law, one after the other; shape `[ParameterVector.capacity][8]`.
  package var law: [8 of SIMD8<Double>]
  package var galaxy: GalaxyValues<SIMD8<Double>>

  /// Eight times the same.
  package init(repeating quantities: Quantities) {
    law = [8 of SIMD8<Double>](repeating: .zero)
    for position in 0..<ParameterVector.capacity {
      law[position] = SIMD8(repeating: quantities.law[position])
    }
    galaxy = GalaxyValues { SIMD8(repeating: quantities.galaxy[$0]) }
  }

  package subscript(quantity: Quantity) -> SIMD8<Double> {
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
  @inline(__always)
  package func quantities(_ lane: Int) -> Quantities {
    var one = Quantities(repeating: 0)
    for position in 0..<ParameterVector.capacity { one.law[position] = law[position][lane] }
    one.galaxy.upsilonDisk = galaxy.upsilonDisk[lane]
    one.galaxy.upsilonBulge = galaxy.upsilonBulge[lane]
    one.galaxy.upsilonGas = galaxy.upsilonGas[lane]
    one.galaxy.distance = galaxy.distance[lane]
    one.galaxy.inclination = galaxy.inclination[lane]
    return one
  }
}
