/// A value for each parameter of a law, in the order of its card; at most eight.
package struct ParameterVector: Equatable, Sendable {
  /// The largest number of parameters that a law may have.
  package static let capacity = 8

  /// All values side by side; shape `[capacity]`, zero for a parameter that the law does not have.
  package var lanes = SIMD8<Double>(repeating: 0)

  package init() {}

  package init(_ values: some Sequence<Double>) {
    for (index, value) in values.enumerated() { self[index] = value }
  }

  package init(repeating value: Double) {
    lanes = SIMD8(repeating: value)
  }

  package init(_ first: Double, _ second: Double) {
    lanes[0] = first
    lanes[1] = second
  }

  package subscript(index: Int) -> Double {
    get { lanes[index] }
    set { lanes[index] = newValue }
  }
}
