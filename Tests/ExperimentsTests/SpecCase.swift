import TestKit
import Testing

/// A spec with mistakes, and what is to be said of them.
struct SpecCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The whole spec, with `⟨…⟩` round what is wrong.
  let text: String
  /// The messages, in the order of the marks; those without a place come last.
  let messages: [String]
  /// The advice for each message; not looked at where there is none here.
  let advice: [String]

  /// A whole text.
  init(_ what: String, text: String, _ messages: String..., advice: [String] = []) {
    testDescription = what
    self.text = text
    self.messages = messages
    self.advice = advice
  }

  /// A sound spec with further members.
  init(
    _ what: String, _ more: String, models: String = #"["linear", "rational-taper"]"#,
    _ messages: String..., advice: [String] = []
  ) {
    testDescription = what
    text = MadeUp.spec(more, models: models)
    self.messages = messages
    self.advice = advice
  }

  /// A sound spec with one analysis, told without its braces.
  init(analysis step: String, _ what: String, _ messages: String..., advice: [String] = []) {
    testDescription = what
    text = MadeUp.spec(#""analyses": [{\#(step)}]"#)
    self.messages = messages
    self.advice = advice
  }

  /// A sound spec with one expectation, told without its braces.
  init(expect: String, _ what: String, _ messages: String..., advice: [String] = []) {
    testDescription = what
    text = MadeUp.spec(#""expect": [{\#(expect)}]"#)
    self.messages = messages
    self.advice = advice
  }
}
