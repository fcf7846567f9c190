/// A value for each quantity that a fit may vary: the parameters of a model in the order of its card,
/// then those of the galaxy; at most eight.
package struct ParameterVector: Sendable {
  /// The largest number of quantities.
  package static let capacity = 8

  private var values = SIMD8<Double>(repeating: 0)

  package init() {}

  package init(_ values: some Sequence<Double>) {
    for (index, value) in values.enumerated() { self[index] = value }
  }

  package init(repeating value: Double) {
    values = SIMD8(repeating: value)
  }

  package init(_ first: Double, _ second: Double) {
    values[0] = first
    values[1] = second
  }

  package subscript(index: Int) -> Double {
    get { values[index] }
    set { values[index] = newValue }
  }
}
