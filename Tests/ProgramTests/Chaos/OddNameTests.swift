import Foundation
import TestKit
import Testing

/// Words, variables and names of files that are no text.
///
/// They are refused before anything is written: repaired, they would lead elsewhere.
@Suite("Chaos: names that are not UTF-8", .limited)
struct OddNameTests {
  private let program: Program
  private let before: FolderState

  init() throws {
    program = try Program()
    try Scene.run.prepare(program)
    before = FolderState(of: program.path)
  }

  @Test(arguments: [
    "upsilon run tiny.json --runs \"$BAD\"", "UPSILON_RUNS=\"$BAD\" upsilon run tiny.json",
    "UPSILON_DATA=\"$BAD\" upsilon run tiny.json", "upsilon run tiny.json --data \"$BAD\"",
    "upsilon run \"$BAD/tiny.json\"", "upsilon run tiny.json --set \"name=\\\"$BAD\\\"\"",
    "upsilon init \"$BAD.json\"", "upsilon data import \"$BAD\"", "upsilon \"$BAD\"",
    "upsilon pin tiny.json --runs \"$BAD\"", "upsilon clean --yes --runs \"$BAD\"",
    "upsilon run tiny.json --\"$BAD\"",
  ])
  func areRefused(line: String) throws {
    let ending = try program.shell("BAD=$(printf 'b\\351d'); \(line)", within: .seconds(60))
    #expect(ending.status == 2, "\(ending.output)\(ending.messages)")
    #expect(ending.messages.contains("not UTF-8"), "\(ending.messages)")
    #expect(ending.messages.contains("b\\xE9d"), "\(ending.messages)")
    #expect(FolderState(of: program.path).entries == before.entries)
  }

  @Test func areToldOfAFileInAFolder() throws {
    let made = try program.shell("cp tiny.json \"$(printf 's\\376.json')\"")
    // Some file systems take no such name.
    guard made.status == 0 else { return }
    let ending = try program.shell("upsilon check .", within: .seconds(60))
    #expect(ending.status == 2)
    #expect(ending.messages.contains("s\\xFE.json"), "\(ending.messages)")
  }
}
