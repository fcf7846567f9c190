import TestKit
import Testing

@Suite("A run on the terminal", .limited)
struct ShowTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json")
  }

  @Test(arguments: [
    ("show small fitz", "did you mean 'fits'?"),
    ("show small fits --columns galaxy,chi", "did you mean 'chi2'?"),
    ("show small fits --columns ''", "'--columns' names no column"),
    ("show small fits --where 'chi2 >'", "--where:1:6: error: nothing follows '>'"),
    ("show small fits --where 'chi2 + 1'", "expected a condition, not a number"),
    ("show small --rows 3", "'--rows' needs a table to look into"),
    ("show small --where 'chi2 > 1'", "'--where' needs a table to look into"),
    ("show smalll", "did you mean 'small'?"),
  ])
  func isRefusedWithAdvice(line: String, message: String) throws {
    let ending = try program.shell("upsilon \(line)")
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.messages.contains(message), "\(ending.messages)")
  }

  @Test func showsTheRowsThatMeetACondition() throws {
    let ending = try program.run(
      "show", "small", "fits", "--where", "model == 'linear' and inclination > 0", "--columns",
      "galaxy,omega", "--rows", "2")
    let lines = ending.output.split(separator: "\n")
    #expect(lines.count == 5, "names, units, two rows and a note")
    #expect(lines.last == "… 6 more rows")
  }

  @Test func showsNoMoreDigitsThanADoubleHas() throws {
    let many = try program.run("show", "small", "fits", "--digits", "99")
    #expect(many.output == (try program.run("show", "small", "fits", "--digits", "17").output))
  }
}
