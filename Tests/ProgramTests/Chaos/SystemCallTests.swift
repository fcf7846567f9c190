import Foundation
import TestKit
import Testing

/// Any call of the system may fail, at any time: the verb ends as if nothing had been, or says
/// which file could not be had and leaves nothing half-made.
@Suite(
  "Chaos: system calls that fail", .limited(minutes: ChaosRun.minutes), .slow, .serialized,
  .enabled(if: TracedCall.canTrace, "\(TracedCall.advice)"))
struct SystemCallTests {
  /// How many failures of a verb are tried: all of them in the largest round.
  private static let count =
    ChaosRun.rounds >= 1000 ? .max : max(3, 3 * ChaosRun.rounds / Scene.all.count)

  @Test(arguments: Scene.all)
  func areToldOrDoNotMatter(scene: Scene) throws {
    try fail(scene)
  }

  @Test(.enabled(if: DataServer.canStart, "\(DataServer.advice)"))
  func areToldOrDoNotMatterToDownloads() throws {
    try DataFiles.serve { try fail(.fetching(from: $0)) }
  }

  private func fail(_ scene: Scene) throws {
    var generator = ChaosRun.generator(10)
    let stage = try Stage(scene)
    let calls = try TracedCall.all(of: scene.words, in: stage.set())
    let faults = Fault.all(calls)
    try #require(faults.count > 20, "the start of the program was not found")
    let tried = faults.shuffled(using: &generator).prefix(Self.count)
    var counts: [String: Int] = [:]
    for fault in tried {
      counts[fault.call.name, default: 0] += 1
      let objections = try objections(to: fault, on: stage)
      #expect(objections.isEmpty, "\(scene.name), \(fault.description)")
    }
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    note(
      "system calls of \(scene.name): \(calls.count) of its own, \(tried.count) of \(faults.count)"
        + " failures tried: \(words.joined(separator: ", "))")
  }

  private func objections(to fault: Fault, on stage: Stage) throws -> [String] {
    let program = try stage.set()
    let ending = try program.run(stage.scene.words, behind: fault.words)
    let state = FolderState(of: program.path)
    var found = stage.halfMade(state)
    switch ending.status {
    case 0: found += stage.different(state).map { "done, and different: \($0)" }
    case 3 where fault.error == "EINTR": found.append("what was interrupted was not repeated")
    case 3: if !Self.namesSomething(ending.messages) { found.append("no file is named") }
    default: found.append("status \(ending.status)")
    }
    if !fault.keepsFiles { found += stage.leftBeside(state).map { "left: \($0)" } }
    if found.isEmpty { found = try stage.repetition(in: program) }
    return found.isEmpty ? [] : found + [ending.messages]
  }

  /// Whether a message says what could not be had.
  private static func namesSomething(_ messages: String) -> Bool {
    messages.split(separator: "'").count > 1 || messages.contains("the output")
  }

  private func note(_ text: String) {
    FileHandle.standardError.write(Data("chaos \(text)\n".utf8))
  }
}
