import Support
import TestKit
import Testing

@Suite("Diagnostic", .limited)
struct DiagnosticTests {
  @Test func showsItsLineUnderlined() {
    let marked = MarkedText("{\n  ⟨\"gird\"⟩: 1\n}", name: "bad.json")
    let diagnostic = Diagnostic(
      .error, "unknown key 'gird'", at: marked.places[0], help: "did you mean 'grid'?")
    #expect(
      diagnostic.rendered == """
        bad.json:2:3: error: unknown key 'gird'
         2 |   "gird": 1
           |   ^~~~~~
        help: did you mean 'grid'?
        """)
  }

  @Test func mayHaveNoPlace() {
    #expect(Diagnostic(.warning, "old").rendered == "warning: old")
  }

  @Test func countsCharactersNotBytes() {
    let marked = MarkedText("\"é😀\", ⟨\"ü\"⟩\r\n", name: "x")
    #expect(
      Diagnostic(.error, "m", at: marked.places[0]).rendered == """
        x:1:7: error: m
         1 | "é😀", "ü"
           |       ^~~
        """)
  }

  @Test func marksTheEndOfAFile() {
    let source = SourceText(name: "x", text: "[1")
    #expect(
      Diagnostic(.error, "m", at: Place(source, 2..<2)).rendered == """
        x:1:3: error: m
         1 | [1
           |   ^
        """)
  }

  @Test func marksTheFirstLineOfSeveral() {
    let marked = MarkedText("a ⟨b\nc⟩ d", name: "x")
    #expect(Diagnostic(.error, "m", at: marked.places[0]).rendered.hasSuffix("\n   |   ^"))
  }

  @Test func cutsALongLineRoundItsMark() throws {
    let text = String(repeating: "x", count: 500) + "⟨bad⟩" + String(repeating: "y", count: 500)
    let place = MarkedText(text).places[0]
    let (line, mark) = (place.excerpt[0], place.excerpt[1])
    #expect(line.count < 110)
    let bad = try #require(line.firstRange(of: "bad"))
    let caret = try #require(mark.firstRange(of: "^~~"))
    #expect(
      line.distance(from: line.startIndex, to: bad.lowerBound)
        == mark.distance(from: mark.startIndex, to: caret.lowerBound))
  }

  @Test func hidesControlCharacters() {
    let place = Place(SourceText(name: "x", text: "a\u{1b}[31m\tb"), 0..<1)
    #expect(place.excerpt[0] == " 1 | a [31m b")
  }
}

@Suite("Input report", .limited)
struct InputReportTests {
  @Test func throwsEverythingInSourceOrder() throws {
    let (first, second) = (
      SourceText(name: "a", text: "one\ntwo"), SourceText(name: "b", text: "x")
    )
    let report = InputReport()
    report.error("nowhere", at: nil)
    report.error("a late", at: Place(first, 4..<7))
    report.warn("b", at: Place(second, 0..<1))
    report.error("a early", at: Place(first, 0..<3))
    report.error("a early again", at: Place(first, 0..<3))
    report.error("a late", at: Place(first, 4..<7))
    let rejected = try #require(throws: InputRejected.self) { try report.check() }
    #expect(
      rejected.diagnostics.map(\.message)
        == ["a early", "a early again", "a late", "b", "nowhere"])
  }

  @Test func letsWarningsPass() throws {
    let report = InputReport()
    report.warn("careful")
    try report.check()
    #expect(!report.hasErrors)
    #expect(report.warnings.map(\.message) == ["careful"])
  }

  @Test func takesManyMistakesInItsStride() {
    let source = SourceText(name: "x", text: String(repeating: "x", count: 100_000))
    let report = InputReport()
    for offset in 0..<100_000 { report.error("m", at: Place(source, offset..<offset + 1)) }
    #expect(report.diagnostics.count == 100_000)
  }
}
