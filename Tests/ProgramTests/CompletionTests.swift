import Console
import TestKit
import Testing
import upsilon

@Suite("Completion of the program's words", .limited)
struct CompletionTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json")
  }

  private func words(_ line: String) throws -> [String] {
    let ending = try program.shell("upsilon completions bash -- \(line)")
    #expect(ending.status == 0)
    #expect(ending.messages == "")
    return ending.output.split(separator: "\n").map { line in
      line.hasPrefix("\t") ? String(line) : String(line.prefix { $0 != "\t" })
    }
  }

  @Test(arguments: [
    ("ver", ["verify"]), ("data fe", ["fetch"]), ("run small --qu", ["--quiet"]),
    ("export small fi", ["fits"]), ("export small --format vo", ["votable"]),
    ("export small --format=vo", ["--format=votable"]), ("models eina", ["einasto"]),
    ("data show m3", ["m33", "\tfiles"]), ("data fetch spa", ["sparc"]),
    ("show small fits --columns galaxy,chi2_r", ["galaxy,chi2_reduced"]),
    ("show small fits --sort chi2_r", ["chi2_reduced"]), ("show none fits --sort chi2_r", []),
    ("diff small small --table fi", ["fits"]), ("columns galax", ["galaxies"]),
    ("plot small --figure rotation-c", ["rotation-curve"]), ("completions fi", ["fish"]),
    ("init x.json --start own", ["own-data"]), ("help expr", ["expressions"]),
    ("list --runs ru", ["\tfolders"]), ("run sm", ["\tfiles .json"]),
    ("export small -o x", ["\tfiles"]),
    ("report small --since x", ["\tfiles .lock"]), ("data verify --data none spa", ["sparc"]),
  ])
  func goesOn(line: String, with words: [String]) throws {
    #expect(try self.words(line) == words)
  }

  @Test func knowsTheRuns() throws {
    #expect(try words("show sm") == ["small"] + program.runs())
    #expect(try words("show --runs none ''") == [])
  }

  @Test(arguments: Upsilon.catalogue.commands.map { $0.name })
  func knowsTheOptionsOfEachVerb(verb: String) throws {
    let command = try #require(Upsilon.catalogue.commands.first { $0.name == verb })
    let options = command.parameters.map(\.key).filter { $0.hasPrefix("-") }
    #expect(try words("\(verb) -") == options + ["--help"])
  }

  /// Whatever stands for a file, a folder or a run in a help page is completed.
  @Test func knowsWhatEveryParameterTakes() throws {
    let open = ["EXPR", "KEY=VALUE", "N", "X", "F", "I/N", "<word>"]
    for command in Upsilon.catalogue.commands {
      var before: [String] = []
      for parameter in command.parameters where parameter.form != .flag {
        let isPositional = parameter.key.hasPrefix("<")
        let call = [command.name] + before + (isPositional ? [] : [parameter.key])
        if isPositional { before.append(parameter.name == "table" ? "fits" : "small") }
        guard !open.contains(isPositional ? parameter.key : parameter.noun) else { continue }
        if parameter.name == "galaxy" || parameter.name == "sort" { continue }
        let found = try words("\(call.joined(separator: " ")) ''")
        #expect(!found.isEmpty, "\(call)")
      }
    }
  }
}
