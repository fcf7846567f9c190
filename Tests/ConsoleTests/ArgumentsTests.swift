import Console
import TestKit
import Testing

@Suite("Arguments", .limited)
struct ArgumentsTests {
  private func parse(_ line: String) throws(UsageError) -> Arguments {
    try Arguments(line.shellWords, for: SampleCommand.parameters)
  }

  @Test(arguments: [["-o", "out"], ["-o=out"]])
  func takesAnOptionOfOneLetter(words: [String]) throws {
    let output = Option<String?>("o", "FOLDER", "Where to write.")
    #expect(try Arguments(words, for: [output])[output] == "out")
    #expect(output.label == "-o FOLDER")
    #expect(throws: UsageError.unknownOption("--o", nearest: "-o")) {
      try Arguments(["--o", "out"], for: [output])
    }
  }

  @Test(arguments: ["-j 4", "-j4", "-j=4", "--jobs 4", "--jobs=4"])
  func takesALetterForAName(line: String) throws {
    let jobs = Option<PositiveInteger?>("jobs", "N", "How many.").short("j")
    #expect(try Arguments(line.shellWords, for: [jobs])[jobs] == PositiveInteger(4))
    #expect(jobs.label == "-j, --jobs N")
    #expect(jobs.usage == "[--jobs N]")
    #expect(throws: UsageError.repeated("--jobs")) {
      try Arguments(["-j4", "-j4"], for: [jobs])
    }
    #expect(throws: UsageError.unknownOption("-json", nearest: nil)) {
      try Arguments(["-json"], for: [jobs])
    }
    #expect(throws: UsageError.missingValue(of: "--jobs", noun: "N")) {
      try Arguments(["-j"], for: [jobs])
    }
  }

  @Test func keepsTheLine() throws {
    let spec = Positional<String>("spec", "A file.")
    #expect(try Arguments(["a b"], of: "data show", for: [spec]).line == ["data", "show", "a b"])
  }

  @Test func haveTheirDefaults() throws {
    let arguments = try parse("x.json")
    #expect(arguments[SampleCommand.spec] == "x.json")
    #expect(arguments[SampleCommand.tables] == [])
    #expect(arguments[SampleCommand.limit] == 10)
    #expect(arguments[SampleCommand.jobs] == nil)
    #expect(arguments[SampleCommand.within] == nil)
    #expect(arguments[SampleCommand.format] == .ecsv)
    #expect(arguments[SampleCommand.settings] == [])
    #expect(!arguments[SampleCommand.ids])
    #expect(!arguments.isGiven(SampleCommand.limit))
  }

  @Test(arguments: [
    "x.json scan best --limit 3 --jobs 2 --within 1e-9 --format csv --set a=1 --set b=2 --ids",
    "--limit=3 --jobs=2 --within=1e-9 --format=csv --set=a=1 --set=b=2 --ids x.json scan best",
    "x.json --set a=1 --ids --ids --format csv scan --jobs 2 --limit=3 best --within 1e-9 --set "
      + "b=2",
  ])
  func takeEveryForm(_ line: String) throws {
    let arguments = try parse(line)
    #expect(arguments[SampleCommand.spec] == "x.json")
    #expect(arguments[SampleCommand.tables] == ["scan", "best"])
    #expect(arguments[SampleCommand.limit] == 3)
    #expect(arguments[SampleCommand.jobs] == PositiveInteger(2))
    #expect(arguments[SampleCommand.within] == 1e-9)
    #expect(arguments[SampleCommand.format] == .csv)
    #expect(arguments[SampleCommand.settings] == ["a=1", "b=2"])
    #expect(arguments[SampleCommand.ids])
    #expect(arguments.isGiven(SampleCommand.limit))
  }

  @Test func takeNegativeNumbersAsValues() throws {
    #expect(try parse("x --limit -3")[SampleCommand.limit] == -3)
    #expect(try parse("x --within -.5")[SampleCommand.within] == -0.5)
    #expect(try parse("x -7")[SampleCommand.tables] == ["-7"])
  }

  @Test func takeEverythingAfterTwoDashesAsWords() throws {
    let arguments = try parse("--ids -- --limit -x --")
    #expect(arguments[SampleCommand.spec] == "--limit")
    #expect(arguments[SampleCommand.tables] == ["-x", "--"])
  }

  @Test func takeADashAloneAsAWord() throws {
    let arguments = try parse("- --set -")
    #expect(arguments[SampleCommand.spec] == "-")
    #expect(arguments[SampleCommand.settings] == ["-"])
  }

  @Test func takeAnOptionalWord() throws {
    let key = DataFetchCommand.dataset
    #expect(try Arguments([], for: [key])[key] == nil)
    #expect(try Arguments(["sparc"], for: [key])[key] == "sparc")
  }

  @Test func takeAnEmptyValue() throws {
    #expect(try parse("x --set=")[SampleCommand.settings] == [""])
    #expect(try parse("'' --set ''")[SampleCommand.settings] == [""])
  }

  /// A wrong command line and what is said of it.
  struct Wrong: CustomTestStringConvertible, Sendable {
    let line: String
    let message: String
    var testDescription: String { line }
  }

  static let wrongLines: [Wrong] = [
    .init(line: "", message: "missing <spec>"),
    .init(line: "x --limti 3", message: "unknown option '--limti'; did you mean '--limit'?"),
    .init(line: "x -limit 3", message: "unknown option '-limit'; did you mean '--limit'?"),
    .init(line: "x --limti=3", message: "unknown option '--limti'; did you mean '--limit'?"),
    .init(line: "x --zebra", message: "unknown option '--zebra'"),
    .init(line: "x -q", message: "unknown option '-q'"),
    .init(line: "x --limit", message: "'--limit' needs a value: --limit N"),
    .init(line: "x --limit --ids", message: "'--limit' needs a value: --limit N"),
    .init(line: "x --limit ten", message: "'--limit' takes an integer, not 'ten'"),
    .init(line: "x --limit=", message: "'--limit' takes an integer, not ''"),
    .init(line: "x --jobs 0", message: "'--jobs' takes a positive integer, not '0'"),
    .init(line: "x --within nan", message: "'--within' takes a number, not 'nan'"),
    .init(
      line: "x --format cvs",
      message: "'--format' takes one of ecsv, csv, latex, not 'cvs'; did you mean 'csv'?"),
    .init(line: "x --ids=yes", message: "'--ids' takes no value, but has 'yes'"),
    .init(line: "x --limit 3 --limit=4", message: "'--limit' is given twice"),
  ]

  @Test(arguments: wrongLines)
  func nameWhatIsWrong(_ wrong: Wrong) throws {
    let error = try #require(throws: UsageError.self) { try parse(wrong.line) }
    #expect("\(error)" == wrong.message)
  }

  @Test func refuseAWordTooMany() {
    #expect(throws: UsageError.unexpected("b")) {
      try Arguments(["a", "b"], for: DataFetchCommand.parameters)
    }
  }

  @Test func wantAsManyWordsAsDeclared() throws {
    let runs = Positionals<Int>("run", minimum: 2, "The runs to compare.")
    #expect(throws: UsageError.missing("<run>...")) { try Arguments(["1"], for: [runs]) }
    #expect(try Arguments(["1", "2", "3"], for: [runs])[runs] == [1, 2, 3])
  }

  @Test func stopTheProgramAtAnUndeclaredParameter() async {
    await #expect(processExitsWith: .failure) {
      _ = try Arguments([], for: [])[Flag("ids", "Undeclared.")]
    }
  }
}
