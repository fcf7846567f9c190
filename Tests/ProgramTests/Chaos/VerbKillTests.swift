import Foundation
import TestKit
import Testing

@Suite(
  "Chaos: kills of every verb that writes", .limited(minutes: ChaosRun.minutes), .slow,
  .serialized)
struct VerbKillTests {
  /// How often each verb is killed.
  private static let count = max(2, ChaosRun.rounds * 2 / 25)

  @Test(arguments: Scene.all)
  func leaveNothingHalfMade(scene: Scene) throws {
    try kill(try Stage(scene))
  }

  @Test(.enabled(if: DataServer.canStart, "\(DataServer.advice)"))
  func leaveNothingHalfFetched() throws {
    try DataFiles.serve { try kill(try Stage(.fetching(from: $0))) }
  }

  /// Kills a verb at random moments of a folder each.
  private func kill(_ stage: Stage) throws {
    var generator = ChaosRun.generator(11)
    for round in 0..<Self.count {
      let program = try stage.set()
      let moment = Double.random(in: 0...(1.2 * stage.seconds), using: &generator)
      let running = try program.start(stage.scene.words)
      running.send(SIGKILL, after: moment)
      let status = try running.ending().status
      #expect([0, 137].contains(status))
      let state = FolderState(of: program.path)
      let comment: Comment = "round \(round), killed after \(moment) s"
      #expect(stage.halfMade(state) == [], comment)
      #expect(stage.leftBeside(state).allSatisfy(Self.isTemporary), comment)
      let found = try stage.repetition(in: program)
      #expect(found == [], comment)
    }
  }

  /// Whether a file can be told from what belongs to someone.
  private static func isTemporary(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix(".") && name.contains(".part")
  }
}
