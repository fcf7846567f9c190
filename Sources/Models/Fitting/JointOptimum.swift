package import Numerics

/// The best place of a joint fit found so far, and whether several starts have led to it.
package struct JointOptimum {
  package private(set) var point: SIMD8<Double>
  package private(set) var value = Double.infinity
  /// How many starts have led to this value.
  package private(set) var agreeing = 0
  /// Minima that are not as low, from which profiles may look for a lower way.
  private(set) var others = RunnersUp()
  /// Every end of a search and every minimum that was not followed to its end, with its value, in
  /// the order in which they were met.
  private var known: [(point: SIMD8<Double>, value: Double)] = []
  /// What a witness says of the best value; without one, starts that agree decide.
  private var witness: Bool?

  /// - Parameter point: Where to be if nothing is found.
  package init(at point: SIMD8<Double>) {
    self.point = point
  }

  /// Whether the best value was reached from more than one start; where there is a witness, the
  /// profile over the scale radius of a halo (``HaloLaw/nodeSearch(_:)``), whether that agrees.
  package var isConfirmed: Bool { witness ?? (agreeing > 1) }

  /// The places that the search knows with their values, the best one first; of several with one
  /// value the first that was met.
  package var minima: [(point: SIMD8<Double>, value: Double)] {
    var minima = [(point: point, value: value)]
    var last = value
    for place in known.sorted(by: { $0.value < $1.value })
    where place.value > last + Self.nearness(of: place.value) {
      minima.append(place)
      last = place.value
    }
    return minima
  }

  /// How far apart values are that count as one.
  private static func nearness(of value: Double) -> Double { 1e-6 + 1e-9 * value }

  /// Takes the end of one search into account.
  package mutating func note(_ search: BoundedLeastSquares) {
    note(search.point, search.value)
  }

  /// Takes the end of one search into account, in the search's coordinates.
  package mutating func note(_ end: SIMD8<Double>, _ found: Double) {
    let near = Self.nearness(of: found)
    if found < value - near {
      agreeing = 1
      witness = nil
    } else if found <= value + near {
      agreeing += 1
    }
    if found < value - near {
      if value < .infinity { others.insert(point, value) }
    } else if found > value + near {
      others.insert(end, found)
    }
    if found < .infinity { known.append((end, found)) }
    if found < value { (point, value) = (end, found) }
  }

  /// Keeps a minimum that is not followed to its end.
  mutating func remember(_ place: SIMD8<Double>, _ value: Double) {
    others.insert(place, value)
    known.append((place, value))
  }

  /// Says whether the best value stands, whatever starts agree.
  mutating func confirm(_ stands: Bool) { witness = stands }
}
