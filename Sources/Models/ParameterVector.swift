/// A value for each quantity that a fit may vary: the parameters of a model in the order of its card,
/// then those of the galaxy; at most eight.
package struct ParameterVector: Sendable {
  /// The largest number of quantities.
  package static let capacity = 8

  /// All values side by side; shape `[capacity]`.
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

  package init(lanes: SIMD8<Double>) {
    self.lanes = lanes
  }

  package subscript(index: Int) -> Double {
    get { lanes[index] }
    set { lanes[index] = newValue }
  }
}
