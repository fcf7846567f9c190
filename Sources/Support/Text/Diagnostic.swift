/// One thing that is wrong with an input: what, where, and what to do about it.
///
/// Wording: lower case, no final stop, the user's own word in single quotes.
package struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  package enum Severity: String, Sendable {
    /// The input cannot be used.
    case error
    /// The input can be used, and the reader should know something about it.
    case warning
  }

  package let severity: Severity
  package let message: String
  /// Where it is; a diagnostic about a whole file or folder has none.
  package let place: Place?
  /// What to do about it.
  package let help: Advice?
  /// How many mistakes it tells of: one, or those that are only counted.
  package let count: Int

  package init(
    _ severity: Severity, _ message: String, at place: Place? = nil, help: Advice?,
    count: Int = 1
  ) {
    self.severity = severity
    self.message = message.shortened
    self.place = place
    self.help = help?.shortened
    self.count = count
  }

  /// The same with an advice, if it has none.
  package func advising(_ help: String) -> Diagnostic {
    self.help == nil ? Diagnostic(severity, message, at: place, help: help, count: count) : self
  }

  /// A diagnostic whose advice has no command in it.
  package init(
    _ severity: Severity, _ message: String, at place: Place? = nil, help: String? = nil,
    count: Int = 1
  ) {
    self.init(severity, message, at: place, help: help.map { Advice($0) }, count: count)
  }

  /// The message as a person reads it: place, message, the line underlined, advice.
  ///
  ///     bad.json:5:3: error: unknown key 'gird'
  ///      5 |   "gird": {
  ///        |   ^~~~~~
  ///     help: did you mean 'grid'?
  ///
  /// What it repeats of the input begins no line of its own.
  package var rendered: String { rendered(spelling: \.description) }

  /// The same, with the advice written by one who knows the command line.
  package func rendered(spelling advice: (Advice) -> String) -> String {
    let message = message.spelled()
    var lines: [String] = []
    if let place {
      let start = place.location
      let name = place.source.name.spelled()
      lines.append("\(name):\(start.line):\(start.column): \(severity.rawValue): \(message)")
      lines += place.excerpt
    } else {
      lines.append("\(severity.rawValue): \(message)")
    }
    if let help { lines.append("help: \(advice(help).spelled())") }
    return lines.joined(separator: "\n")
  }
}
