/// The outline of a symbol, as steps of a path.
struct Shape {
  /// Where the path begins, from the middle of the symbol.
  private let (startX, startY): (Double, Double)
  private let steps: [UInt8]
  private let symbol: Symbol
  private let radius: Double

  /// - Parameters:
  ///   - symbol: Which.
  ///   - radius: Of the circle; the others look as large.
  init(_ symbol: Symbol, radius: Double) {
    (self.symbol, self.radius) = (symbol, radius)
    guard symbol != .circle else {
      (startX, startY) = (-radius, 0)
      let arc = "a\(Self.text(radius)) \(Self.text(radius)) 0 1 1"
      steps = Array("\(arc) \(Self.text(2 * radius)) 0\(arc)\(Self.text(-2 * radius)) 0z".utf8)
      return
    }
    let corners = Self.corners(symbol).map { (x: $0.0 * radius, y: $0.1 * radius) }
    (startX, startY) = (corners[0].x, corners[0].y)
    var path = PathData()
    path.move(0, 0)
    let skipped = path.bytes.count
    for corner in corners.dropFirst() { path.line(corner.x - startX, corner.y - startY) }
    path.close()
    steps = Array(path.bytes.dropFirst(skipped))
  }

  func add(to path: inout PathData, _ x: Double, _ y: Double) {
    path.shape(x + startX, y + startY, steps)
  }

  /// Its outline around a place; a cross and a plus are two strokes.
  func outline(_ x: Double, _ y: Double) -> PathData {
    var path = PathData()
    guard symbol == .cross || symbol == .plus else {
      add(to: &path, x, y)
      return path
    }
    let (a, b) = symbol == .cross ? (1.25 * radius, 1.25 * radius) : (1.5 * radius, 0)
    path.move(x - a, y - b)
    path.line(x + a, y + b)
    path.move(x - b, y + a)
    path.line(x + b, y - a)
    return path
  }

  private static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    bytes.add(number)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func corners(_ symbol: Symbol) -> [(Double, Double)] {
    switch symbol {
    case .circle: []
    case .square: [(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)]
    case .diamond: [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]
    case .triangle: [(0, -1.35), (1.25, 0.85), (-1.25, 0.85)]
    case .wedge: [(0, 1.35), (-1.25, -0.85), (1.25, -0.85)]
    case .plus:
      [
        (-0.38, -1.3), (0.38, -1.3), (0.38, -0.38), (1.3, -0.38), (1.3, 0.38), (0.38, 0.38),
        (0.38, 1.3), (-0.38, 1.3), (-0.38, 0.38), (-1.3, 0.38), (-1.3, -0.38), (-0.38, -0.38),
      ]
    case .cross:
      [
        (0, -0.54), (0.76, -1.3), (1.3, -0.76), (0.54, 0), (1.3, 0.76), (0.76, 1.3), (0, 0.54),
        (-0.76, 1.3), (-1.3, 0.76), (-0.54, 0), (-1.3, -0.76), (-0.76, -1.3),
      ]
    case .star:
      [
        (0, -1.45), (0.36, -0.5), (1.38, -0.45), (0.58, 0.19), (0.85, 1.17), (0, 0.61),
        (-0.85, 1.17), (-0.58, 0.19), (-1.38, -0.45), (-0.36, -0.5),
      ]
    }
  }
}
