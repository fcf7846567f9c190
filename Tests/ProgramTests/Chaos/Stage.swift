import Foundation
import Testing

/// A scene that was played once, undisturbed, so that it is known how it has to end.
struct Stage {
  let scene: Scene
  /// Before and after an undisturbed end.
  let before: FolderState
  let after: FolderState
  /// How long it takes, s.
  let seconds: Double
  private let template: Program

  init(_ scene: Scene) throws {
    self.scene = scene
    template = try Program()
    try scene.prepare(template)
    before = FolderState(of: template.path)
    let undisturbed = try Program(copying: template)
    let ending = try undisturbed.run(scene.words)
    guard ending.status == 0 else { throw UnexpectedEnding(scene.words, ending) }
    after = FolderState(of: undisturbed.path)
    seconds = ending.seconds
  }

  /// A folder in which the verb can be tried.
  func set() throws -> Program { try Program(copying: template) }

  /// What stands half-made under a final name.
  ///
  /// While something may change the folder, runs cannot be looked at as a whole.
  func halfMade(_ state: FolderState, isStill: Bool = true) -> [String] {
    let files = state.visible.filter {
      before.entries[$0.key] != $0.value && after.entries[$0.key] != $0.value
    }
    let halves = files.keys.sorted().map { "half-made: \($0)" }
    guard isStill else { return halves.filter { !$0.hasSuffix(FolderState.sums) } }
    let (runs, old, new) = (state.runs, before.runs, after.runs)
    let broken = runs.keys.filter { runs[$0] != old[$0] && runs[$0] != new[$0] }
    return halves + broken.sorted().map { "half a run: \($0)" }
  }

  /// What is hidden in folders other than that of the runs.
  func leftBeside(_ state: FolderState) -> [String] {
    state.hidden(but: after).filter { !$0.hasPrefix("runs/") }
  }

  /// What is wrong once the verb was repeated, and the folder of runs cleaned.
  ///
  /// Of `init` a file that is there is the right end.
  func repetition(in program: Program) throws -> [String] {
    var found: [String] = []
    let isThere =
      scene.name == Scene.start.name
      && FileManager.default.fileExists(atPath: "\(program.path)/new.json")
    let ending = try program.run(scene.words, within: .seconds(60))
    if ending.status != (isThere ? 2 : 0) {
      found.append("repeated, it ends with \(ending.status): \(ending.messages)")
    }
    found += different(FolderState(of: program.path)).map { "repeated, it is different: \($0)" }
    let cleaning = try program.run(Scene.cleaning.words, within: .seconds(60))
    if cleaning.status != 0 {
      found.append("clean ends with \(cleaning.status): \(cleaning.messages)")
    }
    let left = FolderState(of: program.path).hidden(but: after)
    return found + left.filter { $0.hasPrefix("runs/") }.map { "clean leaves \($0)" }
  }

  /// The files that are not what they are after an undisturbed end.
  func different(_ state: FolderState) -> [String] {
    let (found, expected) = (state.visible, after.visible)
    return Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
  }
}
