import Foundation
import TestKit
import Testing

/// The commands of the book print what the book says.
@Suite("Commands of the book", .limited, .slow)
struct TutorialTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  private static let folder = root.appending(path: "Sources/upsilon/Upsilon.docc/Guides")

  /// The pages that have commands to run.
  static let pages = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .sorted().filter { text(of: $0).contains("```console\n") }

  private static func text(of page: String) -> String {
    (try? String(contentsOf: folder.appending(path: page), encoding: .utf8)) ?? ""
  }

  @Test func areFound() {
    #expect(Self.pages.count > 2)
  }

  private func programWithExperiments() throws -> Program {
    let program = try Program()
    try FileManager.default.copyItem(
      at: Self.root.appending(path: "experiments"),
      to: program.directory.url.appending(path: "experiments"))
    return program
  }

  @Test func drawTheFigureOfTheReadme() throws {
    let program = try programWithExperiments()
    try program.mustRun("run", "experiments/quickstart.json")
    let run = try #require(program.runs().first)
    let drawn = try program.directory.read("runs/\(run)/figures/rotation-laws.svg")
    let file = Golden(source: "Sources/upsilon/Upsilon.docc/Resources/quickstart.svg")
    #expect(file.difference(from: drawn) == nil)
  }

  @Test(arguments: pages)
  func printWhatThePageSays(page: String) throws {
    let program = try programWithExperiments()
    for command in BookCommand.all(of: Self.text(of: page)) {
      let ending = try program.shell("{ \(command.words)\n} 2>&1")
      #expect(command.fits(ending.output), "\(command.words)\n\(ending.output)")
    }
  }

  @Test(arguments: [
    ("a …\n…\nz", "a b c\n1\n2\nz\n", true), ("…\nz", "z\n", true), ("a … c", "a b d", false),
    ("a", "a\nb", false), ("run 0123456789ab", "run ba9876543210", true), ("…", "", true),
    ("a\n…\nb\n…\nc", "a\nb\nx\nb\nc", true), ("a … c", "a c", false), ("", "a", false),
  ])
  func areComparedLineByLine(expected: String, printed: String, isLike: Bool) {
    let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(BookCommand(words: "", output: lines).fits(printed) == isLike)
  }
}
