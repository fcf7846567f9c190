/// A number for each parameter of a law.
package typealias ParameterVector = ParameterValues<Double>

extension ParameterVector: Equatable {
  /// The largest number of parameters that a law may have.
  package static let capacity = 8

  package init(_ values: some Sequence<Double>) {
    self.init()
    for (index, value) in values.enumerated() { self[index] = value }
  }

  package init(_ first: Double, _ second: Double) {
    self.init()
    self[0] = first
    self[1] = second
  }

  /// All numbers side by side; shape `[capacity]`.
  package var lanes: SIMD8<Double> {
    @inline(__always) get {
      SIMD8(self[0], self[1], self[2], self[3], self[4], self[5], self[6], self[7])
    }
    @inline(__always) set {
      for index in 0..<Self.capacity { self[index] = newValue[index] }
    }
  }

  package static func == (one: Self, other: Self) -> Bool { one.lanes == other.lanes }
}
