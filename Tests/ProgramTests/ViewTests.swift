import Foundation
import TestKit
import Testing

@Suite("Views beside a run", .limited)
struct ViewTests {
  private static let spec = Specs.small.replacing(
    "\"expect\":",
    with: """
      "analyses": [ { "name": "curves", "curves": "fits", "where": "upsilon_disk == 0.5" } ],
      "outputs": { "figures": ["rotation-curve"], "report": true },
      "expect":
      """)

  private let program: Program
  private let folder: String
  private let first: Program.Ending

  init() throws {
    program = try Program()
    try program.directory.write(Self.spec, to: "small.json")
    first = try program.run("run", "small.json")
    folder = "runs/" + (try #require(program.runs().first))
  }

  private func files() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: "\(program.path)/\(folder)")
    return try #require(all?.allObjects as? [String]).sorted()
  }

  private func figures() throws -> [String] {
    try files().filter { $0.hasPrefix("figures/") }
  }

  private func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(program.path)/\(folder)/\(file)")
  }

  private func bytes(_ file: String) throws -> String {
    try program.directory.read("\(folder)/\(file)")
  }

  @Test func areDrawnWithTheRunAndNamedInItsLastLine() throws {
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output.hasSuffix("  open \(folder)/report.html\n\n"), "\(first.output)")
    #expect(try files().contains("report.html"))
    #expect(try figures().count == 4)
  }

  @Test func doNotEnterTheRecord() throws {
    let sums = try bytes("SHA256SUMS") + bytes("manifest.json")
    #expect(!sums.contains("report.html"))
    #expect(!sums.contains("figures/"))
    let ending = try program.run("verify", "small", "--recompute")
    #expect(ending.status == 0, "\(ending.output)")
    #expect(ending.output.hasSuffix("verdict      sound\n"))
  }

  @Test func comeBackWithTheSameBytesAfterAKill() throws {
    let figure = try #require(figures().last)
    let before = [try bytes("report.html"), try bytes(figure)]
    // As a kill leaves them: some whole, one half-written, others not begun.
    try remove("report.html")
    try remove(figure)
    try program.directory.write("half", to: "\(folder)/figures/.a.svg.0123456789abcdef.part")
    let verified = try program.run("verify", "small")
    #expect(verified.status == 0)
    #expect(verified.output.contains("is left of a drawing that was stopped"))
    let again = try program.run("run", "small.json")
    #expect(again.output.contains("there already"))
    #expect([try bytes("report.html"), try bytes(figure)] == before)
    #expect(try figures().count == 4)
  }

  @Test func areLeftAloneWhereTheyAreWhatTheyWouldBe() throws {
    let path = "\(program.path)/\(folder)/report.html"
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    try program.run("run", "small.json")
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(before == after)
  }

  @Test(arguments: [
    ("manifest ", "manifest 0", "was drawn from another manifest"),
    ("drawer ", "drawer 9", "was drawn by drawer 9"),
    ("upsilon view; ", "", "does not say what it was drawn from"),
  ])
  func areNotedByVerifyWhereTheyAreOutOfDate(
    old: String, new: String, message: String
  ) throws {
    for file in ["report.html", try #require(figures().first)] {
      let text = try bytes(file)
      try program.directory.write(text.replacing(old, with: new), to: "\(folder)/\(file)")
      let ending = try program.run("verify", "small")
      #expect(ending.status == 0)
      #expect(ending.output.contains("view         \(file) \(message)"), "\(ending.output)")
      #expect(ending.output.hasSuffix("verdict      sound\n"))
      try program.directory.write(text, to: "\(folder)/\(file)")
    }
  }

  @Test func doNotHideStrangers() throws {
    try program.directory.write("?", to: "\(folder)/figures/notes.txt")
    let ending = try program.run("verify", "small")
    #expect(ending.status == 1)
    #expect(ending.output.contains("figures/notes.txt does not belong to the run"))
  }

  @Test func disturbNeitherListNorDiffNorClean() throws {
    #expect(try program.run("list").output.contains("small"))
    #expect(try program.run("diff", "small", "small").status == 0)
    #expect(try program.run("clean").status == 0)
    #expect(try files().contains("report.html"))
  }

  @Test func doNotChangeTheIdentity() throws {
    let other = try Program()
    let plain = Self.spec.replacing(", \"report\": true", with: "")
    try other.directory.write(plain, to: "small.json")
    try other.run("run", "small.json")
    #expect(other.runs().map { "runs/\($0)" } == [folder])
  }
}
