import Foundation
import Steps
import TestKit
import Testing

@Suite("A file of cases", .limited)
struct CaseTests {
  @Test(arguments: StepCatalogue.all.map { $0.key })
  func isThereForEveryStep(step: String) throws {
    let first = FirstCase(of: step)
    let url = CaseFile.folder.appending(path: first.path)
    if CaseFile.all.contains(url) { return }
    Issue.record("'\(step)' has no cases; \(Golden.rewriting) begins Tests/Cases/\(first.path)")
    if Golden.isRewriting { try CaseFile(url, try first.blocks()).write() }
  }

  @Test(arguments: StepCatalogue.all.map { $0.key })
  func canBeBegunForEveryStep(step: String) throws {
    let blocks = try FirstCase(of: step).blocks()
    let part = try #require(blocks.last.map { Case($0.lines).part })
    #expect(part.contains("\"\(step)\": "))
  }

  @Test(arguments: CaseFile.all)
  func holds(url: URL) throws {
    var file = try CaseFile(url)
    var bench = try CaseBench()
    for (index, block) in file.blocks.enumerated() where !bench.take(block) {
      try #require(block.keyword == Case.keyword, "line \(block.line): '\(block.keyword)'")
      let example = Case(block.lines)
      let found = try bench.found(example)
      file.blocks[index].lines = found.lines
      if found != example { record(block, found, in: file) }
    }
    if Golden.isRewriting { try file.write() }
  }

  /// Records an issue that leads to the line of the file.
  private func record(_ block: CaseFile.Block, _ found: Case, in file: CaseFile) {
    let (expected, found) = (
      block.lines.joined(separator: "\n"), found.lines.joined(separator: "\n")
    )
    Issue.record(
      """
      this does not come of it; \(Golden.rewriting) writes what does
      expected:
      \(expected)
      found:
      \(found)
      """,
      sourceLocation: SourceLocation(
        fileID: "Cases/\(file.name)", filePath: file.url.path, line: block.line, column: 1))
  }
}
