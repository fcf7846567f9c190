/// The best few places that a first look at many starts has left.
package struct StartPool {
  /// A place and the sum of squares there.
  package typealias Entry = (point: SIMD8<Double>, value: Double)

  package static let capacity = 8
  package private(set) var count = 0
  private var entries = [8 of Entry](repeating: (.zero, .infinity))

  /// Takes a place in, if it is among the best; of equal ones the first stays ahead.
  package mutating func insert(_ point: SIMD8<Double>, _ value: Double) {
    guard value < .infinity, count < Self.capacity || value < entries[count - 1].value else {
      return
    }
    count = min(count + 1, Self.capacity)
    var position = count - 1
    while position > 0, value < entries[position - 1].value {
      entries[position] = entries[position - 1]
      position -= 1
    }
    entries[position] = (point, value)
  }

  package init() {}

  /// One of the places, the best first.
  package subscript(position: Int) -> Entry { entries[position] }
}
