package import Numerics

/// A value for each parameter of a law, in the order of its card; at most eight.
package struct ParameterValues<Value: LaneValue>: Sendable {
  /// All values; shape `[ParameterVector.capacity]`, zero for a parameter that the law does not
  /// have.
  private var values: [8 of Value]

  @inline(__always)
  package init() {
    self.init(repeating: Value(0))
  }

  @inline(__always)
  package init(repeating value: Value) {
    values = [8 of Value](repeating: value)
  }

  /// The same parameters in every lane.
  @inline(__always)
  package init(_ parameters: ParameterVector) {
    self.init()
    for position in 0..<ParameterVector.capacity { values[position] = Value(parameters[position]) }
  }

  @inline(__always)
  package subscript(position: Int) -> Value {
    get { values[position] }
    set { values[position] = newValue }
  }
}
