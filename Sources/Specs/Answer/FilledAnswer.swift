import Support

/// An answer with its numbers filled in.
package struct FilledAnswer: Equatable, Sendable {
  /// A piece of the sentence.
  package enum Part: Equatable, Sendable {
    /// Words of the spec.
    case text(String)
    /// A number or word of the run.
    case value(String)
    /// What stands in the place of one that was not found, and why.
    case missing(because: String)
  }

  package let parts: [Part]

  /// The whole sentence; a dash for what was not found.
  package var text: String {
    parts.map { part in
      switch part {
      case .text(let text), .value(let text): text
      case .missing: Double.missingInText
      }
    }.joined()
  }

  /// Why numbers are missing, one sentence each.
  package var problems: [String] {
    parts.compactMap { part in
      guard case .missing(let reason) = part else { return nil }
      return reason
    }
  }
}
