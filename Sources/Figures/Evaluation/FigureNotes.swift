import Support

/// What is to be said of a figure besides the picture, each once.
final class FigureNotes {
  private var lines: [String] = []
  private var omitted: [String: Int] = [:]
  private var order: [String] = []

  func add(_ line: String) {
    if !lines.contains(line) { lines.append(line) }
  }

  /// Counts a row that cannot stand on an axis of decades.
  func leaveOut(_ what: String) {
    if omitted[what] == nil { order.append(what) }
    omitted[what, default: 0] += 1
  }

  /// Everything, what was left out first.
  var all: [String] {
    order.map { what in
      let count = omitted[what] ?? 0
      return "\(count.counted("row is", "rows are")) left out: \(what) is not above zero"
    } + lines
  }
}
