/// Collects what is wrong with the input, so that all mistakes are told in one go.
///
/// A reader adds a diagnostic, goes on with a stand-in value, and the last step is ``check()``,
/// which throws before a stand-in can escape. Of mistakes without end the first are told and the
/// others counted, and what would be said of those is not even worked out.
package final class InputReport {
  /// How many mistakes are told.
  package static let told = 50
  /// How many are kept, so that those that are told are nearly always the first of the source.
  package static let kept = 1_000

  /// What was found, in the order of finding; the same thing is kept once.
  package private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []
  /// How many of them are errors.
  private var errors = 0
  /// How many further errors are kept.
  private var room: Int
  /// How many further errors there were.
  private var further = 0

  package init() { room = Self.kept }

  /// A report of a part, which keeps no more than the whole has room for.
  package init(within whole: InputReport) { room = whole.room }

  package func error(
    _ message: @autoclosure () -> String, at place: Place?, help: @autoclosure () -> Advice?
  ) {
    if room > 0 {
      add(Diagnostic(.error, message(), at: place, help: help()))
    } else {
      further += 1
    }
  }

  package func error(
    _ message: @autoclosure () -> String, at place: Place?,
    help: @autoclosure () -> String? = nil
  ) {
    error(message(), at: place, help: help().map { Advice($0) } as Advice?)
  }

  package func warn(_ message: String, at place: Place? = nil, help: Advice?) {
    add(Diagnostic(.warning, message, at: place, help: help))
  }

  package func warn(_ message: String, at place: Place? = nil, help: String? = nil) {
    warn(message, at: place, help: help.map { Advice($0) })
  }

  package func add(_ diagnostic: Diagnostic) {
    let isError = diagnostic.severity == .error
    if isError, room == 0 {
      further += diagnostic.count
    } else if known.insert(diagnostic).inserted {
      diagnostics.append(diagnostic)
      errors += isError ? 1 : 0
      room -= isError ? 1 : 0
    }
  }

  /// Adds everything that another report has.
  package func add(_ other: InputReport) {
    for diagnostic in other.diagnostics { add(diagnostic) }
    further += other.further
  }

  package var hasErrors: Bool { errors + further > 0 }

  package var warnings: [Diagnostic] {
    inOrder.filter { $0.severity == .warning }
  }

  /// Ends the reading.
  ///
  /// - Throws: ``InputRejected`` with the diagnostics in source order, if one of them is an error;
  ///   where there are too many errors, with the first of them, and how many more there are.
  package func check() throws(InputRejected) {
    guard hasErrors else { return }
    let all = inOrder
    guard errors > Self.told else { throw InputRejected(all) }
    let mistakes = all.filter { $0.severity == .error }
    let more = mistakes.dropFirst(Self.told).map(\.count).reduce(further, +)
    let rest = "and \(more.counted("more mistake", "more mistakes"))"
    throw InputRejected(
      mistakes.prefix(Self.told) + [Diagnostic(.error, rest, count: more)])
  }

  /// By source in the order of first appearance, then by place; those without a place come last.
  private var inOrder: [Diagnostic] {
    var rank: [ObjectIdentifier: Int] = [:]
    for place in diagnostics.compactMap(\.place) {
      let id = ObjectIdentifier(place.source)
      rank[id] = rank[id] ?? rank.count
    }
    func key(_ diagnostic: Diagnostic) -> (Int, Int) {
      guard let place = diagnostic.place, let rank = rank[ObjectIdentifier(place.source)] else {
        return (Int.max, 0)
      }
      return (rank, place.span.lowerBound)
    }
    return diagnostics.enumerated()
      .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }
}

/// Compares nested pairs in reading order.
private func < (left: ((Int, Int), Int), right: ((Int, Int), Int)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}
