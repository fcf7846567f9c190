import TestKit
import Testing

@Suite("A spec to start from", .limited)
struct InitTests {
  private let program: Program

  init() throws {
    program = try Program()
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
