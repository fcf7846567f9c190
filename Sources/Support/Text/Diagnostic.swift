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

  package init(
    _ severity: Severity, _ message: String, at place: Place? = nil, help: Advice?
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.help = help
  }

  /// A diagnostic whose advice has no command in it.
  package init(
    _ severity: Severity, _ message: String, at place: Place? = nil, help: String? = nil
  ) {
    self.init(severity, message, at: place, help: help.map { Advice($0) })
  }

  /// The message as a person reads it: place, message, the line underlined, advice.
  ///
  ///     bad.json:5:3: error: unknown key 'gird'
  ///      5 |   "gird": {
  ///        |   ^~~~~~
  ///     help: did you mean 'grid'?
  package var rendered: String { rendered(spelling: \.description) }

  /// The same, with the advice written by one who knows the command line.
  package func rendered(spelling spelled: (Advice) -> String) -> String {
    var lines: [String] = []
    if let place {
      let start = place.location
      lines.append(
        "\(place.source.name):\(start.line):\(start.column): \(severity.rawValue): \(message)")
      lines += place.excerpt
    } else {
      lines.append("\(severity.rawValue): \(message)")
    }
    if let help { lines.append("help: \(spelled(help))") }
    return lines.joined(separator: "\n")
  }
}
