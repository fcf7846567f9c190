/// One value for each quantity of a galaxy that a fit may vary: its size, its bounds, its error.
package struct GalaxyValues<Value: Sendable>: Sendable {
  package var upsilonDisk: Value
  package var upsilonBulge: Value
  package var upsilonGas: Value
  package var distance: Value
  package var inclination: Value

  package init(repeating value: Value) {
    (upsilonDisk, upsilonBulge, upsilonGas) = (value, value, value)
    (distance, inclination) = (value, value)
  }

  @inline(__always)
  package init(_ value: (GalaxyParameter) -> Value) {
    upsilonDisk = value(.upsilonDisk)
    upsilonBulge = value(.upsilonBulge)
    upsilonGas = value(.upsilonGas)
    distance = value(.distance)
    inclination = value(.inclination)
  }

  package subscript(parameter: GalaxyParameter) -> Value {
    @inline(__always) get {
      switch parameter {
      case .upsilonDisk: upsilonDisk
      case .upsilonBulge: upsilonBulge
      case .upsilonGas: upsilonGas
      case .distance: distance
      case .inclination: inclination
      }
    }
    @inline(__always) set {
      switch parameter {
      case .upsilonDisk: upsilonDisk = newValue
      case .upsilonBulge: upsilonBulge = newValue
      case .upsilonGas: upsilonGas = newValue
      case .distance: distance = newValue
      case .inclination: inclination = newValue
      }
    }
  }
}
