import Console
import TestKit
import Testing

@Suite("A terminal", .limited)
struct TerminalTests {
  let output = MemorySink()
  let errors = MemorySink()

  @Test func keepsOutputBackUntilItIsFlushed() {
    let terminal = Terminal(output: output, errors: errors)
    terminal.out("a")
    terminal.write([98, 10])
    #expect(output.text.isEmpty)
    terminal.flush()
    #expect(output.text == "a\nb\n")
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
    let paint = Paint(isTTY: isTTY, environment: environment)
    #expect(paint(.red, "no") == (isOn ? "\u{1B}[31mno\u{1B}[0m" : "no"))
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
