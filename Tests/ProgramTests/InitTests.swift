import TestKit
import Testing

@Suite("Specs to start from", .limited)
struct InitTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  /// The names of the specs to start from, as the program lists them.
  private func names() throws -> [String] {
    let list = try #require(try program.run("init", "--list", "--json").json as? [[String: Any]])
    return list.compactMap { $0["name"] as? String }
  }

  @Test func areListedByTheirQuestions() throws {
    let list = try program.run("init", "--list")
    #expect(list.status == 0)
    #expect(try program.run("init").output == list.output)
    for name in try names() { #expect(list.output.contains("  \(name)\n    ")) }
    #expect(try names().count == 5)
    #expect(program.listing == [])
  }

  @Test func areRightWhateverTheirQuestion() throws {
    for name in try names() {
      #expect(try program.run("init", "\(name).json", "--start", name).status == 0)
      let ending = try program.run("check", "\(name).json")
      #expect(ending.status == 0, "\(ending.messages)")
      let isHere = !ending.output.contains("without its data")
      #expect(isHere ? ending.messages == "" : ending.messages.contains("not at hand"))
      if isHere { #expect(try program.run("run", "\(name).json").status == 0) }
    }
    #expect(program.runs().count >= 3)
  }

  @Test(
    .enabled(if: RealData.exists, "set UPSILON_DATA to a folder that holds sparc/"), .slow,
    .limited)
  func runOnTheRealData() throws {
    let data = try #require(RealData.folder)
    for name in try names() {
      try program.run("init", "\(name).json", "--start", name)
      let ending = try program.run("run", "\(name).json", "--data", data)
      #expect(ending.status == 0, "\(ending.messages)")
      #expect(ending.output.contains("report.html"))
    }
    #expect(try program.runs().count == names().count)
  }

  @Test func takesAFileOfPointsThatIsThere() throws {
    try program.directory.write("galaxy,radius,v_obs\n", to: "mine.csv")
    let ending = try program.run("init", "mine.json", "--start", "own-data")
    #expect(ending.output.contains("mine.csv: is read as it is"))
    #expect(try program.directory.read("mine.csv") == "galaxy,radius,v_obs\n")
    #expect(try program.directory.read("mine.json").contains("\"path\": \"mine.csv\""))
  }

  @Test(arguments: ["--list mine.json", "mine.json --json", "mine.json --start own-dat"])
  func refusesWhatDoesNotGoTogether(words: String) throws {
    #expect(try program.shell("upsilon init \(words)").status == 2)
    #expect(program.listing == [])
  }

  @Test func runsAsItIs() throws {
    #expect(try program.run("init", "first-try.json").status == 0)
    let ending = try program.run("run", "first-try.json")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(program.runs().map { $0.hasPrefix("first-try-") } == [true])
  }

  @Test func doesNotReplaceAFile() throws {
    try program.directory.write("mine", to: "first-try.json")
    let ending = try program.run("init", "first-try.json")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("'first-try.json' exists already"))
    #expect(program.listing == ["first-try.json"])
  }

  @Test func hasANameThatCanNameARun() throws {
    #expect(try program.run("init", "an odd name.json").status == 0)
    #expect(try program.run("check", "an odd name.json").output.contains("ok"))
  }
}
