/// The input is wrong: every mistake, in source order.
package struct InputRejected: Error, Equatable, Sendable {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// How many mistakes there are, those that are only counted among them.
  package var mistakes: Int {
    diagnostics.filter { $0.severity == .error }.map(\.count).reduce(0, +)
  }

  /// A single mistake.
  package init(_ message: String, at place: Place? = nil, help: Advice?) {
    self.init([Diagnostic(.error, message, at: place, help: help)])
  }

  /// A single mistake whose advice has no command in it.
  package init(_ message: String, at place: Place? = nil, help: String? = nil) {
    self.init(message, at: place, help: help.map { Advice($0) })
  }
}
