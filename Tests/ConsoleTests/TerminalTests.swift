import Console
import Support
import TestKit
import Testing

@Suite("A terminal", .limited)
struct TerminalTests {
  let output = MemorySink()
  let errors = MemorySink()

  @Test func keepsOutputBackUntilItIsFlushed() {
    let terminal = Terminal(output: output, errors: errors)
    terminal.out("a")
    terminal.json("b")
    #expect(output.text.isEmpty)
    terminal.flush()
    #expect(output.text == "a\n\"b\"\n")
    #expect(terminal.outputFailure == nil)
  }

  @Test func handsOnLargePieces() {
    let terminal = Terminal(output: output, errors: errors)
    for _ in 0..<2 { terminal.out(String(repeating: "x", count: 40_000)) }
    #expect(output.bytes.count == 80_002)
  }

  @Test func writesAtOnceToAPerson() {
    let terminal = Terminal(output: output, errors: errors, isOutputTTY: true)
    terminal.out("a")
    #expect(output.text == "a\n")
  }

  @Test func keepsTheOrderOfOutputAndMessages() {
    let terminal = Terminal(output: output, errors: output)
    terminal.out("first")
    terminal.err("second")
    terminal.out("third")
    terminal.flush()
    #expect(output.text == "first\nsecond\nthird\n")
  }

  @Test func knowsItsWidth() {
    let plain = Terminal(output: output, errors: errors)
    #expect(plain.width == 80)
    #expect(plain.outputWidth == nil)
    let narrow = Terminal(output: output, errors: errors, isOutputTTY: true, columns: { 40 })
    #expect(narrow.width == 40)
    #expect(narrow.outputWidth == 40)
  }

  @Test(arguments: [(true, "one two\n  three\n"), (false, "one two three\n")])
  func breaksMessagesForAPersonOnly(isTTY: Bool, text: String) {
    let terminal = Terminal(
      output: output, errors: errors, isErrorTTY: isTTY, environment: ["NO_COLOR": "1"],
      columns: { 9 })
    terminal.err("one two three", .red)
    #expect(errors.text == text)
  }

  static let colours: [(environment: [String: String], isTTY: Bool, isOn: Bool)] = [
    ([:], true, true),
    ([:], false, false),
    (["TERM": "xterm"], true, true),
    (["TERM": "dumb"], true, false),
    (["NO_COLOR": "1"], true, false),
    (["NO_COLOR": ""], true, true),
  ]

  @Test(arguments: colours)
  func coloursOnlyWhereThatIsWanted(environment: [String: String], isTTY: Bool, isOn: Bool) {
    let terminal = Terminal(
      output: output, errors: errors, isOutputTTY: isTTY, environment: environment)
    terminal.out("no", .red)
    terminal.flush()
    #expect(output.text == (isOn ? "\u{1B}[31mno\u{1B}[0m\n" : "no\n"))
  }

  /// A character of every kind that a terminal may obey, and what is shown of it.
  static let controls: [(character: String, spelling: String)] = [
    ("\0", "\\u{0}"), ("\u{7}", "\\u{7}"), ("\t", "\\u{9}"), ("\r", "\\u{D}"),
    ("\u{1B}", "\\u{1B}"),
    ("\u{7F}", "\\u{7F}"), ("\u{80}", "\\u{80}"), ("\u{85}", "\\u{85}"), ("\u{9B}", "\\u{9B}"),
    ("\u{61C}", "\\u{61C}"), ("\u{200E}", "\\u{200E}"), ("\u{2028}", "\\u{2028}"),
    ("\u{2029}", "\\u{2029}"), ("\u{202E}", "\\u{202E}"), ("\u{2066}", "\\u{2066}"),
    ("\u{2069}", "\\u{2069}"),
  ]

  @Test(arguments: controls)
  func spellsWhatATerminalWouldObey(character: String, spelling: String) {
    let terminal = Terminal(
      output: output, errors: errors, isOutputTTY: true, isErrorTTY: true,
      environment: ["TERM": "xterm"])
    terminal.out("é\(character)[31mx", .green)
    terminal.err("é\(character)[31mx\nnext")
    #expect(output.text == "\u{1B}[32mé\(spelling)[31mx\u{1B}[0m\n")
    #expect(errors.text.hasSuffix("é\(spelling)[31mx\nnext\n"))
  }

  @Test(arguments: controls)
  func escapesInJSONWhatATerminalWouldObey(character: String, spelling: String) throws {
    let value: JSONValue = .object([.init("é\(character)", .string(character))])
    Terminal(output: output, errors: errors, isOutputTTY: true).json(value)
    #expect(!output.text.dropLast().unicodeScalars.contains { $0.isControl && $0 != "\n" })
    #expect(JSONParser.value(of: output.bytes) == value)
  }

  @Test(arguments: controls)
  func alignsTablesByWhatIsShown(character: String, spelling: String) {
    let table = TextTable(
      [.text("a\(character)"), .text("b")], rows: [[character, "x"], ["yy", "z"]])
    #expect(
      table.lines() == [
        "a\(spelling)  b", "\(spelling)   x",
        "yy" + String(repeating: " ", count: spelling.count + 1) + "z",
      ])
  }

  @Test func showsNoStatusOnADumbTerminal() {
    func shows(_ isTTY: Bool, _ environment: [String: String]) -> Bool {
      Terminal(output: output, errors: errors, isErrorTTY: isTTY, environment: environment)
        .showsStatus
    }
    #expect(shows(true, [:]))
    #expect(shows(true, ["NO_COLOR": "1"]))
    #expect(!shows(true, ["TERM": "dumb"]))
    #expect(!shows(false, [:]))
  }

  @Test func writesWholeLinesFromManyThreads() async {
    let terminal = Terminal(output: output, errors: errors)
    await withTaskGroup { group in
      for task in 0..<8 {
        group.addTask {
          for _ in 0..<200 { terminal.out(String(repeating: "\(task)", count: 100)) }
        }
      }
    }
    terminal.flush()
    let lines = output.text.split(separator: "\n")
    #expect(lines.count == 1600)
    #expect(lines.allSatisfy { $0.count == 100 && Set($0).count == 1 })
  }
}
