/// Collects what is wrong with the input, so that all mistakes are told in one go.
///
/// A reader adds a diagnostic, goes on with a stand-in value, and the last step is ``check()``,
/// which throws before a stand-in can escape.
package final class InputReport {
  /// What was found, in the order of finding; the same thing is kept once.
  package private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  package init() {}

  package func error(_ message: String, at place: Place?, help: Advice?) {
    add(Diagnostic(.error, message, at: place, help: help))
  }

  package func error(_ message: String, at place: Place?, help: String? = nil) {
    error(message, at: place, help: help.map { Advice($0) })
  }

  package func warn(_ message: String, at place: Place? = nil, help: Advice?) {
    add(Diagnostic(.warning, message, at: place, help: help))
  }

  package func warn(_ message: String, at place: Place? = nil, help: String? = nil) {
    warn(message, at: place, help: help.map { Advice($0) })
  }

  package func add(_ diagnostic: Diagnostic) {
    if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  package var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }

  package var warnings: [Diagnostic] {
    inOrder.filter { $0.severity == .warning }
  }

  /// Ends the reading.
  ///
  /// - Throws: ``InputRejected`` with every diagnostic in source order, if one of them is an error.
  package func check() throws(InputRejected) {
    if hasErrors { throw InputRejected(inOrder) }
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
