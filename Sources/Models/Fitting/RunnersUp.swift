/// The lowest few of the minima that a search has met besides the best one, in its coordinates.
struct RunnersUp: Sendable {
  static let capacity = 3
  private(set) var count = 0
  private var points = [3 of SIMD8<Double>](repeating: .zero)
  private var values = [3 of Double](repeating: .infinity)

  /// Takes a minimum in, unless one of its value is there or lower ones fill the room.
  mutating func insert(_ point: SIMD8<Double>, _ value: Double) {
    for i in 0..<count where (values[i] - value).magnitude <= 1e-6 + 1e-9 * value { return }
    guard value < .infinity, count < Self.capacity || value < values[count - 1] else { return }
    count = min(count + 1, Self.capacity)
    var place = count - 1
    while place > 0, value < values[place - 1] {
      (points[place], values[place]) = (points[place - 1], values[place - 1])
      place -= 1
    }
    (points[place], values[place]) = (point, value)
  }

  /// One of them, the lowest first.
  subscript(place: Int) -> (point: SIMD8<Double>, value: Double) { (points[place], values[place]) }
}
