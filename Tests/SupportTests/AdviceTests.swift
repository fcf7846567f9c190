import Support
import TestKit
import Testing

@Suite("Advice", .limited)
struct AdviceTests {
  private let advice: Advice = "first \(command: "show", "a b", "fits"), then \(2) more"

  @Test func keepsItsCommandsAsWords() {
    let spelled = advice.text { verb, words in "<\(verb)|\(words.joined(separator: "|"))>" }
    #expect(spelled == "first <show|a b|fits>, then 2 more")
  }

  @Test func saysTheSameWithoutOptions() {
    #expect(advice.description == "first 'upsilon show a b fits', then 2 more")
    #expect(advice == "first 'upsilon show a b fits', then 2 more")
    #expect(advice != "first, then 2 more")
  }

  @Test func mayStandInAnother() {
    let outer: Advice = "either \(advice) or \(command: "models")"
    #expect(
      outer.text { verb, _ in verb.uppercased() } == "either first SHOW, then 2 more or MODELS")
  }

  @Test func isWrittenByWhoeverKnowsTheCommandLine() {
    let diagnostic = Diagnostic(.error, "gone", help: "\(command: "clean") helps")
    #expect(diagnostic.rendered == "error: gone\nhelp: 'upsilon clean' helps")
    #expect(diagnostic.rendered(spelling: { _ in "no" }) == "error: gone\nhelp: no")
  }
}
