/// Many places of up to eight coordinates, held by eights so that eight are worked on at once.
package struct LanePoints: Sendable {
  package let dimension: Int
  /// How many eights there are.
  package let blocks: Int
  /// Eight places after the other, coordinate by coordinate; shape `[blocks][dimension][8]`.
  package var lanes: [Lanes]

  /// Places that are all zero.
  package init(dimension: Int, blocks: Int) {
    self.dimension = dimension
    self.blocks = blocks
    lanes = [Lanes](repeating: .zero, count: dimension * blocks)
  }

  /// The places of some lists, one behind the other.
  package init(joining parts: [LanePoints], dimension: Int) {
    self.dimension = dimension
    blocks = parts.reduce(0) { $0 + $1.blocks }
    lanes = parts.flatMap(\.lanes)
  }

  /// Places by their lanes; shape `[blocks][dimension][8]`.
  package init(lanes: [Lanes], dimension: Int) {
    (self.lanes, self.dimension) = (lanes, dimension)
    blocks = lanes.count / dimension
  }

  /// How many places there are.
  package var count: Int { 8 * blocks }

  /// One coordinate of eight places.
  @inline(__always)
  package subscript(block: Int, coordinate: Int) -> Lanes {
    get { lanes[block * dimension + coordinate] }
    set { lanes[block * dimension + coordinate] = newValue }
  }

  /// One place, with its coordinates in the first lanes.
  package subscript(place: Int) -> Lanes {
    get {
      var coordinates = Lanes.zero
      for k in 0..<dimension { coordinates[k] = self[place / 8, k][place % 8] }
      return coordinates
    }
    set {
      for k in 0..<dimension { self[place / 8, k][place % 8] = newValue[k] }
    }
  }
}
