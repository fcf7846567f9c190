import Console
import Support
import TestKit
import Testing

@Suite("Invocation", .limited)
struct InvocationTests {
  /// The line of a command in the advice of a command line that was given.
  private func line(_ given: String, _ verb: String, _ words: String...) throws -> String {
    let arguments = try Arguments(given.shellWords, for: SampleCommand.parameters)
    return Invocation(of: sampleCatalogue).carrying(["--set", "--within"], of: arguments)
      .line(verb, words)
  }

  @Test func repeatsWhatWasGiven() throws {
    #expect(
      try line("x.json --within 0.5 --set a=1 --set 'b=[1, 2]'", "plan", "y.json")
        == #"upsilon plan y.json --set a=1 --set "b=[1, 2]" --within 0.5"#)
  }

  @Test func repeatsNothingElse() throws {
    #expect(try line("x.json --limit 3 --ids", "plan", "y.json") == "upsilon plan y.json")
  }

  @Test func givesAVerbOnlyWhatItHas() throws {
    #expect(try line("x.json --set a=1", "data fetch", "sparc") == "upsilon data fetch sparc")
  }

  @Test func doesNotRepeatWhatTheAdviceGives() throws {
    #expect(
      try line("x.json --within 0.5", "plan", "y.json", "--within", "2")
        == "upsilon plan y.json --within 2")
  }

  @Test func joinsAValueThatLooksLikeAnOption() throws {
    #expect(try line("x.json --set=-a", "plan") == "upsilon plan --set=-a")
  }

  @Test func writesCommandsOfAdviceInQuotes() throws {
    let arguments = try Arguments(["x", "--set", "a=1"], for: SampleCommand.parameters)
    let invocation = Invocation(of: sampleCatalogue).carrying(["--set"], of: arguments)
    let diagnostic = Diagnostic(.error, "no", help: "\(command: "plan", "my spec") may help")
    #expect(
      invocation.text(diagnostic)
        == "error: no\nhelp: 'upsilon plan \"my spec\" --set a=1' may help")
    #expect(Invocation(of: sampleCatalogue).line("plan", ["x"]) == "upsilon plan x")
  }
}
