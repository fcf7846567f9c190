/// A type that a word of the command line can become.
package protocol ArgumentValue: Sendable {
  /// Reads a word, or gives nil when it does not fit.
  init?(argument: String)

  /// The word that reads back as this value, for the help page.
  var argument: String { get }

  /// What fits, as it stands after "takes": `a number`, `a positive integer`.
  static var expectation: String { get }

  /// All words that fit, where they can be counted.
  static var choices: [String] { get }

  /// The value that stands for a word that was not given, if the type has one.
  static var absent: Self? { get }
}

extension ArgumentValue {
  package static var choices: [String] { [] }
  package static var absent: Self? { nil }
}

extension ArgumentValue where Self: CustomStringConvertible {
  package var argument: String { description }
}

extension String: ArgumentValue {
  package static let expectation = "a text"

  package init?(argument: String) {
    self = argument
  }
}

extension Int: ArgumentValue {
  package static let expectation = "an integer"

  package init?(argument: String) {
    self.init(argument)
  }
}

extension Double: ArgumentValue {
  package static let expectation = "a number"

  /// Reads a finite number.
  package init?(argument: String) {
    guard let value = Double(argument), value.isFinite else { return nil }
    self = value
  }
}

/// A parameter whose value is optional need not be given.
extension Optional: ArgumentValue where Wrapped: ArgumentValue {
  package static var expectation: String { Wrapped.expectation }
  package static var choices: [String] { Wrapped.choices }
  package static var absent: Self? { .some(nil) }

  /// What is absent is written as nothing.
  package var argument: String { self?.argument ?? "" }

  package init?(argument: String) {
    guard let value = Wrapped(argument: argument) else { return nil }
    self = value
  }
}

/// An enum with words as raw values needs only to name the protocol.
extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package static var expectation: String { "one of \(choices.joined(separator: ", "))" }
  package static var choices: [String] { allCases.map(\.rawValue) }

  package var argument: String { rawValue }

  package init?(argument: String) {
    self.init(rawValue: argument)
  }
}
