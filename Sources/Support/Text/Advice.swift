/// What to do about something: a sentence in which commands of the program may stand.
///
/// A command is kept as its words, since only who talks to the user knows the options of the
/// command line, and how a word is quoted for the shell:
///
///     "\(command: "verify", name) says what is left of it"
package struct Advice: Sendable, ExpressibleByStringInterpolation {
  /// A piece of the sentence.
  package enum Part: Sendable {
    case text(String)
    /// A verb of the program and the words after it.
    case command(verb: String, words: [String])
  }

  package let parts: [Part]

  package init(_ parts: [Part]) {
    self.parts = parts
  }

  package init(_ text: String) {
    self.init([.text(text)])
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package init(stringInterpolation sentence: Sentence) {
    self.init(sentence.parts)
  }

  /// Puts the sentence together.
  ///
  /// - Parameter spelled: What stands for a command: verb and words.
  /// - Returns: The sentence.
  package func text(_ spelled: (_ verb: String, _ words: [String]) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .command(let verb, let words): spelled(verb, words)
      }
    }.joined()
  }

  /// A sentence in the making.
  package struct Sentence: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.text(value.description))
    }

    package mutating func appendInterpolation(_ advice: Advice) {
      parts += advice.parts
    }

    /// A command of the program.
    package mutating func appendInterpolation(command verb: String, _ words: String...) {
      parts.append(.command(verb: verb, words: words))
    }
  }
}

extension Advice: CustomStringConvertible {
  /// The sentence where no options are known.
  package var description: String {
    text { verb, words in "'upsilon \(([verb] + words).joined(separator: " "))'" }
  }
}

extension Advice: Hashable {
  /// Two are the same if they say the same.
  package static func == (left: Advice, right: Advice) -> Bool {
    left.description == right.description
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}
