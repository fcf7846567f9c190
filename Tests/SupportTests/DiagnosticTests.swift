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
    #expect(place.excerpt[0] == #" 1 | a\u{1B}[31m b"#)
  }

  @Test(arguments: ["\u{1B}", "\u{9B}", "\u{85}", "\u{202E}", "\u{2028}", "\u{7F}", "\0"])
  func marksTheRightColumnBehindControlCharacters(_ control: String) throws {
    let place = MarkedText("é\(control)x ⟨b\(control)d⟩ \(control)").places[0]
    let (line, mark) = (place.excerpt[0], place.excerpt[1])
    #expect(line.firstControl == nil)
    let bad = try #require(line.firstRange(of: "b\(control.spelled())d"))
    let caret = try #require(mark.firstRange(of: "^"))
    #expect(
      line.distance(from: line.startIndex, to: bad.lowerBound)
        == mark.distance(from: mark.startIndex, to: caret.lowerBound))
    #expect(
      line.distance(from: bad.lowerBound, to: bad.upperBound)
        == mark.distance(from: caret.lowerBound, to: mark.endIndex))
  }

  @Test func repeatsNothingThatBeginsALine() {
    let place = Place(SourceText(name: "a\nb", text: "x"), 0..<1)
    let told = Diagnostic(.error, "no 'a\nerror: b'", at: place, help: "c\nd\u{1B}").rendered
    #expect(
      told == """
        a\\u{A}b:1:1: error: no 'a\\u{A}error: b'
         1 | x
           | ^
        help: c\\u{A}d\\u{1B}
        """)
  }

  @Test func cutsWordsWithoutEnd() {
    let word = String(repeating: "é", count: 1_000_000)
    let told = Diagnostic(.error, "unknown '\(word)' here", help: "not \(word)")
    #expect(told.message == "unknown '\(String(repeating: "é", count: 99))… here")
    #expect(told.help?.description.count == 105)
    let path = String(repeating: "folder/", count: 100)
    #expect(Diagnostic(.error, "no \(path)").message == "no \(path)")
    #expect(Diagnostic(.error, String(repeating: "ab ", count: 100_000)).message.count == 5_001)
  }

  /// Cuts fall into characters of several bytes, and bytes that are no text stand around.
  @Test func showsAnyBytes() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let bytes = (0..<3_000).map { _ in UInt8.random(in: 0x70...0xff, using: &generator) }
      let source = SourceText(name: "x", bytes: bytes)
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let end = Int.random(in: start...bytes.count, using: &generator)
      let place = Place(source, start..<end)
      #expect(place.excerpt.count == 2)
      #expect(place.location.line == 1)
    }
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

  /// In one line of a million letters, of one byte and of several.
  @Test(arguments: ["x", "é"])
  func takesManyMistakesInItsStride(_ letter: String) throws {
    let width = letter.utf8.count
    let source = SourceText(name: "x", text: String(repeating: letter, count: 1_000_000))
    let report = InputReport()
    for index in (0..<1_000_000).reversed() {
      report.error("m \(index)", at: Place(source, index * width..<index * width + 1))
    }
    let rejected = try #require(throws: InputRejected.self) { try report.check() }
    #expect(rejected.mistakes == 1_000_000)
    #expect(rejected.diagnostics.count == 51)
    #expect(rejected.diagnostics.last?.rendered == "error: and 999,950 more mistakes")
    #expect(rejected.diagnostics.first?.place?.location == .init(line: 1, column: 999_001))
    let told = rejected.diagnostics.map(\.rendered)
    #expect(told[49].hasPrefix("x:1:999050: error: m 999049\n"))
  }

  @Test func tellsFiftyMistakesInFull() throws {
    let report = InputReport()
    for index in 0..<50 { report.error("m \(index)", at: nil) }
    let rejected = try #require(throws: InputRejected.self) { try report.check() }
    #expect(rejected.diagnostics.map(\.message) == (0..<50).map { "m \($0)" })
  }

  @Test func doesNotWorkOutWhatIsNotTold() {
    let report = InputReport()
    var count = 0
    func help() -> String {
      count += 1
      return "h"
    }
    for index in 0..<5_000 { report.error("m \(index)", at: nil, help: help()) }
    #expect(count == InputReport.kept)
  }

  @Test func sharesItsRoomWithParts() throws {
    let report = InputReport()
    var count = 0
    for part in 0..<2_000 {
      let own = InputReport(within: report)
      for index in 0..<10 {
        func message() -> String {
          count += 1
          return "m \(part) \(index)"
        }
        own.error(message(), at: nil)
      }
      #expect(own.hasErrors)
      report.add(own)
    }
    #expect(count == InputReport.kept)
    let rejected = try #require(throws: InputRejected.self) { try report.check() }
    #expect(rejected.mistakes == 20_000)
  }

  @Test func takesInAnotherReport() throws {
    let (report, other) = (InputReport(), InputReport())
    for index in 0..<3_000 { other.error("m \(index)", at: nil) }
    report.error("own", at: nil)
    report.add(other)
    let rejected = try #require(throws: InputRejected.self) { try report.check() }
    #expect(rejected.mistakes == 3_001)
  }
}
