import Foundation
import TestKit
import Testing

@Suite("A file of cases", .limited)
struct CaseTests {
  @Test func isFound() {
    #expect(CaseFile.all.count > 9)
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
