import Console
import TestKit
import Testing
import upsilon

@Suite("Help", .limited)
struct HelpTests {
  static let commands = Upsilon.catalogue.commands.map { $0.name }

  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test(arguments: commands)
  func tellsHowToCallACommand(command: String) throws {
    let ending = try program.shell("upsilon \(command) --help")
    #expect(ending.status == 0)
    #expect(ending.messages == "")
    #expect(ending.output.contains("upsilon \(command)"))
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    // Where a page of the reference has the name, 'help' shows that.
    if Upsilon.catalogue.topics.contains(where: { $0.name == command }) { return }
    #expect(try program.shell("upsilon help \(command)").output == ending.output)
  }

  @Test func listsEveryCommand() throws {
    let overview = try program.run("--help")
    #expect(overview.status == 0)
    for command in Self.commands { #expect(overview.output.contains("  \(command) ")) }
    #expect(try program.run().output == overview.output)
    #expect(overview.output.contains("Exit status: 0 done"))
  }

  @Test(arguments: commands)
  func givesExamplesThatParse(command: String) throws {
    let page = try program.shell("upsilon \(command) --help").output
    let examples = page.split(separator: "\n").drop { $0 != "examples:" }.dropFirst()
    #expect(!examples.isEmpty)
    for example in examples.map({ $0.drop { $0 == " " } }) {
      // Files and runs are missing here and nothing can be downloaded; the words must be right.
      let ending = try program.shell("https_proxy=http://127.0.0.1:9 \(example)")
      #expect(example.hasPrefix("upsilon \(command)"))
      #expect(!ending.messages.contains("--help"), "\(example): \(ending.messages)")
    }
  }

  @Test func tellsTheVersion() throws {
    let ending = try program.run("--version")
    #expect(ending.output.hasPrefix("upsilon "))
    #expect(ending.status == 0)
  }
}
