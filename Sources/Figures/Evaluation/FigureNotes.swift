import Support

/// What is to be said of a figure besides the picture, each once.
final class FigureNotes {
  private var lines: [String] = []
  private var omitted: [(what: String, count: Int)] = []

  func add(_ line: String) {
    if !lines.contains(line) { lines.append(line) }
  }

  /// Counts a row that cannot stand on an axis of decades.
  func leaveOut(_ what: String) {
    if let place = omitted.firstIndex(where: { $0.what == what }) {
      omitted[place].count += 1
    } else {
      omitted.append((what, 1))
    }
  }

  /// Everything, what was left out first.
  var all: [String] {
    omitted.map { what, count in
      "\(count.counted("row is", "rows are")) left out: \(what) is not above zero"
    } + lines
  }
}
