package import Numerics

/// The best place of a joint fit found so far, and whether several starts have led to it.
package struct JointOptimum {
  package private(set) var point: SIMD8<Double>
  package private(set) var value = Double.infinity
  /// How many starts have led to this value.
  package private(set) var agreeing = 0
  /// Minima that are not as low, from which profiles may look for a lower way.
  private(set) var others = RunnersUp()

  /// - Parameter point: Where to be if nothing is found.
  package init(at point: SIMD8<Double>) {
    self.point = point
  }

  /// Whether the best value was reached from more than one start.
  package var isConfirmed: Bool { agreeing > 1 }

  /// Takes the end of one search into account.
  package mutating func note(_ search: BoundedLeastSquares) {
    let near = 1e-6 + 1e-9 * search.value
    if search.value < value - near {
      agreeing = 1
    } else if search.value <= value + near {
      agreeing += 1
    }
    if search.value < value - near {
      if value < .infinity { others.insert(point, value) }
    } else if search.value > value + near {
      others.insert(search.point, search.value)
    }
    if search.value < value { (point, value) = (search.point, search.value) }
  }
}
