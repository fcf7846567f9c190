import Console
import TestKit
import Testing

@Suite("A length of time", .limited)
struct DurationTextTests {
  static let measured: [(seconds: Double, text: String)] = [
    (0, "< 1 ms"), (0.0042, "4 ms"), (0.0099, "0.01 s"), (0.0314, "0.03 s"), (0.999, "1.0 s"),
    (3.21, "3.2 s"), (9.97, "10 s"), (42.4, "42 s"), (59.6, "1 min 00 s"), (125, "2 min 05 s"),
    (3725, "1 h 02 min"), (180_000, "2 d 02 h"),
  ]

  @Test(arguments: measured)
  func isMeasuredToTwoDigits(seconds: Double, text: String) {
    #expect(DurationText.measured(seconds) == text)
  }

  static let expected: [(seconds: Double, text: String)] = [
    (0, "0 s"), (-1, "0 s"), (0.2, "1 s"), (2.1, "3 s"), (59.5, "1 min 00 s"),
    (.infinity, "366 d 00 h"),
  ]

  @Test(arguments: expected)
  func isExpectedInWholeSeconds(seconds: Double, text: String) {
    #expect(DurationText.expected(seconds) == text)
  }

  static let past: [(seconds: Double, text: String)] = [
    (-5, "0 s"), (59.9, "59 s"), (60, "1 min"), (3599, "59 min"), (7200, "2 h"), (86_400, "1 day"),
    (200_000, "2 days"), (6_000_000, "2 months"), (1e8, "3 years"), (.infinity, "9999 years"),
  ]

  @Test(arguments: past)
  func liesBackInOneUnit(seconds: Double, text: String) {
    #expect(DurationText.ago(seconds) == text)
  }
}

@Suite("A laid out text", .limited)
struct LayoutTests {
  @Test func breaksBetweenWords() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("one two three".wrapped(to: 8, hanging: 2) == ["one two", "  three"])
    #expect("enormous x".wrapped(to: 3) == ["enormous", "x"])
    #expect("a\n b".wrapped(to: 9) == ["a b"])
    #expect("".wrapped(to: 9).isEmpty)
  }

  @Test func fillsUpToAWidth() {
    #expect("ab".padded(to: 4) == "ab  ")
    #expect("ab".indented(to: 4) == "  ab")
    #expect("abcde".padded(to: 4) == "abcde")
  }

  @Test func breaksMessagesBelowTheirFirstWord() {
    #expect("error: one two three".wrappedMessage(to: 14) == "error: one two\n       three")
    #expect("x.json:1:2: one two".wrappedMessage(to: 15) == "x.json:1:2: one\n  two")
    #expect("a\n  one  two three".wrappedMessage(to: 5) == "a\n  one  two three")
    #expect("short".wrappedMessage(to: 5) == "short")
  }

  @Test func doesNotBreakWhatStandsInQuotes() {
    #expect(
      "help: 'upsilon run x.json' runs it".wrappedMessage(to: 12)
        == "help:\n      'upsilon run x.json'\n      runs\n      it")
    #expect("it's one of two".wrappedMessage(to: 8) == "it's one\n  of two")
    #expect("an 'open one".wrappedMessage(to: 8) == "an 'open\n  one")
  }

  @Test func isCutWithAnEllipsis() {
    #expect("abcde".truncated(to: 5) == "abcde")
    #expect("abcde".truncated(to: 4) == "abc…")
    #expect("abcde".truncated(to: 0).isEmpty)
  }
}
