/// Lines of equal height on a grid, by marching squares.
enum ContourLine {
  /// The lines, one after the other, with a missing place between two.
  ///
  /// - Parameters:
  ///   - heights: The values at the crossings of the grid; shape `[y][x]`. What is missing counts
  ///     as low.
  ///   - x: Where the columns are; shape `[x]`.
  ///   - y: Where the rows are; shape `[y]`.
  ///   - level: The height.
  /// - Returns: Places, NaN between lines.
  static func places(
    _ heights: [[Double]], x: [Double], y: [Double], at level: Double
  ) -> (x: [Double], y: [Double]) {
    var segments: [(Edge, Edge)] = []
    func height(_ row: Int, _ column: Int) -> Double {
      let value = heights[row][column]
      return value.isNaN ? -Double.greatestFiniteMagnitude : value
    }
    for row in 0..<max(0, y.count - 1) {
      for column in 0..<max(0, x.count - 1) {
        let corners = [
          height(row, column), height(row, column + 1), height(row + 1, column + 1),
          height(row + 1, column),
        ].map { $0 >= level }
        let edges = [
          Edge(row, column, false), Edge(row, column + 1, true), Edge(row + 1, column, false),
          Edge(row, column, true),
        ]
        let crossed = (0..<4).filter { corners[$0] != corners[($0 + 1) % 4] }.map { edges[$0] }
        if crossed.count == 2 { segments.append((crossed[0], crossed[1])) }
        if crossed.count == 4 {
          let middle = (0..<4).reduce(0.0) { sum, corner in
            sum
              + [
                height(row, column), height(row, column + 1), height(row + 1, column + 1),
                height(row + 1, column),
              ][corner]
          }
          let isHigh = middle / 4 >= level
          if isHigh == corners[0] {
            segments.append((crossed[0], crossed[1]))
            segments.append((crossed[2], crossed[3]))
          } else {
            segments.append((crossed[3], crossed[0]))
            segments.append((crossed[1], crossed[2]))
          }
        }
      }
    }
    func place(_ edge: Edge) -> (Double, Double) {
      let (row, column) = (edge.row, edge.column)
      let first = heights[row][column]
      let second = edge.isUpright ? heights[row + 1][column] : heights[row][column + 1]
      let part =
        first.isNaN || second.isNaN || first == second
        ? 0.5 : min(1, max(0, (level - first) / (second - first)))
      return edge.isUpright
        ? (x[column], y[row] + part * (y[row + 1] - y[row]))
        : (x[column] + part * (x[column + 1] - x[column]), y[row])
    }
    var (xs, ys): ([Double], [Double]) = ([], [])
    for line in joined(segments) {
      if !xs.isEmpty {
        xs.append(.nan)
        ys.append(.nan)
      }
      for edge in line {
        let (a, b) = place(edge)
        xs.append(a)
        ys.append(b)
      }
    }
    return (xs, ys)
  }

  /// A side between two neighbours of the grid.
  private struct Edge: Hashable {
    let row: Int
    let column: Int
    let isUpright: Bool

    init(_ row: Int, _ column: Int, _ isUpright: Bool) {
      (self.row, self.column, self.isUpright) = (row, column, isUpright)
    }
  }

  /// Pieces that share an end, as lines: open ones from their first end, then closed ones.
  private static func joined(_ segments: [(Edge, Edge)]) -> [[Edge]] {
    var at: [Edge: [Int]] = [:]
    for (index, segment) in segments.enumerated() {
      at[segment.0, default: []].append(index)
      at[segment.1, default: []].append(index)
    }
    var isUsed = [Bool](repeating: false, count: segments.count)
    func follow(from start: Edge, _ first: Int) -> [Edge] {
      var line = [start]
      var next: Int? = first
      while let index = next {
        isUsed[index] = true
        let segment = segments[index]
        let end = segment.0 == line[line.count - 1] ? segment.1 : segment.0
        line.append(end)
        next = at[end]?.first { !isUsed[$0] }
      }
      return line
    }
    var lines: [[Edge]] = []
    for (index, segment) in segments.enumerated() where !isUsed[index] {
      if at[segment.0]?.count == 1 {
        lines.append(follow(from: segment.0, index))
      } else if at[segment.1]?.count == 1 {
        lines.append(follow(from: segment.1, index))
      }
    }
    for (index, segment) in segments.enumerated() where !isUsed[index] {
      lines.append(follow(from: segment.0, index))
    }
    return lines
  }
}
