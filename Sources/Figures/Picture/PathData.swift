/// What a path draws.
///
/// Steps are relative and count hundredths of a point, so that none drifts.
struct PathData {
  private(set) var bytes: [UInt8] = []
  private var (x, y) = (0, 0)
  private var last: UInt8 = 0

  var isEmpty: Bool { bytes.isEmpty }

  init() {}

  mutating func move(_ x: Double, _ y: Double) {
    (self.x, self.y) = ([UInt8].hundredths(x), [UInt8].hundredths(y))
    bytes.append(0x4D)
    bytes.add(hundredths: self.x)
    if self.y >= 0 { bytes.append(0x20) }
    bytes.add(hundredths: self.y)
    last = 0x4D
  }

  mutating func line(_ x: Double, _ y: Double) {
    let (toX, toY) = ([UInt8].hundredths(x), [UInt8].hundredths(y))
    let (stepX, stepY) = (toX - self.x, toY - self.y)
    (self.x, self.y) = (toX, toY)
    if stepY == 0 { return add(0x68, stepX) }
    if stepX == 0 { return add(0x76, stepY) }
    add(0x6C, stepX)
    if stepY >= 0 { bytes.append(0x20) }
    bytes.add(hundredths: stepY)
  }

  mutating func close() {
    bytes.append(0x7A)
    last = 0x7A
  }

  /// A shape whose steps are known, from a place.
  mutating func shape(_ x: Double, _ y: Double, _ steps: [UInt8]) {
    move(x, y)
    bytes += steps
    last = 0
  }

  mutating func rectangle(_ box: Box) {
    move(box.left, box.top)
    line(box.right, box.top)
    line(box.right, box.bottom)
    line(box.left, box.bottom)
    close()
  }

  mutating func lines(_ points: [(x: Double, y: Double)]) {
    guard let first = points.first else { return }
    move(first.x, first.y)
    for point in points.dropFirst() { line(point.x, point.y) }
  }

  private mutating func add(_ command: UInt8, _ step: Int) {
    if last != command {
      bytes.append(command)
      last = command
    } else if step >= 0 {
      bytes.append(0x20)
    }
    bytes.add(hundredths: step)
  }
}
