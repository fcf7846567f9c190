/// The places of a grid of several axes, numbered so that the last axis turns fastest.
struct ProductGrid: Equatable, Sendable {
  /// How many points each axis has; shape `[axes]`.
  let shape: [Int]

  /// How far apart in number the neighbours on each axis are; shape `[axes]`.
  private let strides: [Int]

  /// How many places there are.
  let count: Int

  /// The grid of all combinations.
  init(shape: [Int]) {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    self.shape = shape
    self.strides = strides
    count = shape.reduce(1, *)
  }

  /// Where a place lies on each axis; shape `[axes]`.
  func indices(of place: Int) -> [Int] {
    zip(strides, shape).map { place / $0 % $1 }
  }

  /// The places beside a place, also diagonally, in ascending order.
  func neighbours(of place: Int) -> [Int] {
    let indices = indices(of: place)
    var neighbours = [place]
    for axis in shape.indices {
      neighbours = neighbours.flatMap { neighbour in
        (-1...1).filter { 0..<shape[axis] ~= indices[axis] + $0 }
          .map { neighbour + $0 * strides[axis] }
      }
    }
    return neighbours.filter { $0 != place }
  }

  /// The first places of the patches of equal finite values with nothing lower beside them.
  ///
  /// - Parameter values: The function on the grid; shape `[count]`.
  /// - Returns: One place per patch, in ascending order.
  func lowPatches(_ values: [Double]) -> [Int] {
    var isSeen = [Bool](repeating: false, count: count)
    var firstPlaces: [Int] = []
    for place in 0..<count where !isSeen[place] && values[place].isFinite {
      isSeen[place] = true
      var waiting = [place]
      var isLow = true
      while let next = waiting.popLast() {
        for neighbour in neighbours(of: next) {
          if values[neighbour] < values[place] { isLow = false }
          guard values[neighbour] == values[place], !isSeen[neighbour] else { continue }
          isSeen[neighbour] = true
          waiting.append(neighbour)
        }
      }
      if isLow { firstPlaces.append(place) }
    }
    return firstPlaces
  }
}
