/// A value for each parameter of a model, in the order of its card; at most four.
package struct ParameterVector: Sendable {
  /// The largest number of parameters a model may have.
  package static let capacity = 4

  private var values = SIMD4<Double>(repeating: 0)

  package init() {}

  package init(_ values: some Sequence<Double>) {
    for (index, value) in values.enumerated() { self[index] = value }
  }

  package init(repeating value: Double) {
    values = SIMD4(repeating: value)
  }

  package init(_ first: Double, _ second: Double) {
    values = SIMD4(first, second, 0, 0)
  }

  package subscript(index: Int) -> Double {
    get { values[index] }
    set { values[index] = newValue }
  }
}
