import TestKit
import Testing

@Suite("Exit status", .limited)
struct ExitStatusTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.directory.write(Specs.missed, to: "missed.json")
    try program.directory.write(Specs.wrong, to: "wrong.json")
  }

  @Test func isZeroWhenAllIsDone() throws {
    let ending = try program.run("run", "small.json")
    #expect(ending.status == 0)
    #expect(ending.messages == "")
    #expect(ending.output.contains("expectations 1 met, 0 missed"))
    #expect(program.runs().count == 1)
  }

  @Test func isOneWhenAnExpectationIsMissed() throws {
    let ending = try program.run("run", "missed.json")
    #expect(ending.status == 1)
    #expect(ending.output.contains("missed: fits · count: expected 17, found 16 (2 × 4 × 2)"))
    #expect(program.runs().count == 1, "the run is there all the same")
  }

  @Test func isOneWhenAnExpectationOfAStoredRunIsMissed() throws {
    #expect(try program.run("run", "small.json").status == 0)
    let ending = try program.run("run", "missed.json")
    #expect(ending.status == 1)
    #expect(ending.output.contains("there already"))
    #expect(ending.output.contains("missed: fits · count"))
  }

  @Test(arguments: ["run", "check", "plan"])
  func isTwoForAWrongSpecWithAllMistakesAndNothingWritten(verb: String) throws {
    let before = program.listing
    let ending = try program.run(verb, "wrong.json")
    #expect(ending.status == 2)
    for mistake in ["wrong.json:3:", "wrong.json:5:", "wrong.json:6:", "wrong.json:7:"] {
      #expect(ending.messages.contains(mistake), "\(mistake)")
    }
    #expect(ending.messages.contains("did you mean 'linear'?"))
    #expect(program.listing == before)
  }

  @Test func isTwoForOneWrongSpecAmongSeveral() throws {
    let before = program.listing
    let ending = try program.run("run", "small.json", "wrong.json")
    #expect(ending.status == 2)
    #expect(program.listing == before)
  }

  @Test(arguments: [
    (["rum", "small.json"], "did you mean 'run'?"),
    (["run"], "spec"),
    (["run", "none.json"], "there is no spec 'none.json'"),
    (["run", "small.json", "--job", "2"], "did you mean '--jobs'?"),
    (["run", "small.json", "--jobs", "0"], "positive integer"),
    (["run", "small.json", "--set", "grid"], "'grid' sets nothing"),
    (["show", "small"], "there is no run 'small'"),
    (["models", "linea"], "did you mean 'linear'?"),
    (["data", "verify", "spark"], "did you mean 'sparc'?"),
  ])
  func isTwoForWrongWords(words: [String], message: String) throws {
    let before = program.listing
    let ending = try program.shell("upsilon \(words.joined(separator: " "))")
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.messages.contains(message), "\(ending.messages)")
    #expect(program.listing == before)
  }

  @Test func isThreeWhenTheFolderOfRunsIsBelowAFile() throws {
    try program.directory.write("mine", to: "file")
    let before = program.listing
    let ending = try program.run("run", "small.json", "--runs", "file/runs")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("cannot make folder 'file': a file is in the way"))
    #expect(program.listing == before)
    #expect(try program.directory.read("file") == "mine")
  }

  @Test func isThreeWhenTheFolderOfRunsIsAFile() throws {
    try program.directory.write("mine", to: "file")
    let ending = try program.run("run", "small.json", "--runs", "file")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("'file"))
    #expect(try program.directory.read("file") == "mine")
  }

  @Test func isThreeWhenTheNameOfTheRunIsTaken() throws {
    try program.run("run", "small.json")
    let run = try #require(program.runs().first)
    try program.directory.write("mine", to: "elsewhere/\(run)/notes.txt")
    let before = program.listing
    let ending = try program.run("run", "small.json", "--runs", "elsewhere")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("elsewhere/\(run)"))
    #expect(program.listing == before)
  }

  @Test func isQuietAboutABrokenPipe() throws {
    let ending = try program.shell("upsilon models | head -1")
    #expect(ending.status == 0)
    #expect(ending.output.split(separator: "\n").count == 1)
    #expect(ending.messages == "")
    #expect(try program.shell("upsilon run small.json | true").messages == "")
  }
}
