import Foundation
import TestKit
import Testing

/// Eight processes that write to one place at the same time.
struct Crowd: Sendable, CustomTestStringConvertible {
  let name: String
  /// What all find, and what has to come of it.
  let scene: Scene
  /// The line of each of the eight.
  let line: @Sendable (Int) -> String
  /// How often each does it.
  var times = 1
  /// The exit statuses, sorted; all zero where it does not say.
  var statuses = [Int32](repeating: 0, count: Self.size)

  private static let size = 8

  var testDescription: String { name }

  static let all = [pins, imports, starts, runs, cleanings, runsAndCleanings, components]

  private static let pins = Crowd(name: "pins", scene: .pin) { _ in "pin tiny.json" }

  private static let imports = Crowd(name: "imports", scene: .importing) { _ in "data import in" }

  /// One of them writes the file, and the others find it there.
  private static let starts = Crowd(
    name: "inits", scene: .start, line: { _ in "init new.json" },
    statuses: [0] + [Int32](repeating: 2, count: size - 1))

  private static let runs = Crowd(name: "runs", scene: .run) {
    "run tiny.json --jobs \(1 + $0 % 3)"
  }

  private static let cleanings = Crowd(name: "cleans", scene: .cleaning) { _ in
    "clean --yes --specs ."
  }

  private static let runsAndCleanings = Crowd(
    name: "runs and cleans", scene: .run,
    line: { $0 % 2 == 0 ? "run tiny.json" : "clean --yes --specs ." }, times: 4)

  /// Runs of their own that need the same components.
  private static let components = Crowd(
    name: "components",
    scene: Scene(name: "grid", words: ["run", "grid"]) { program in
      let thick = Scene.spec.replacing(
        "\"tiny\",", with: "\"tiny\", \"thickness\": { \"disk\": { \"sech2\": 0.3 } },")
      for index in 0..<size {
        let grid = "\"grid\": { \"upsilon_disk\": [0.\(index + 1)] }, \"model\""
        let spec = thick.replacing("\"tiny\"", with: "\"tiny\(index)\"")
          .replacing("points.csv", with: "../points.csv").replacing("\"model\"", with: grid)
        try program.directory.write(spec, to: "grid/\(index).json")
      }
      try program.directory.write(Scene.points, to: "points.csv")
    }
  ) { "run grid/\($0).json" }

  /// Lets them loose, each started by a prefix, while a reader looks all the time that nothing
  /// half-made has a final name; says what was wrong.
  func objections(on stage: Stage, behind prefix: String = "") throws -> [String] {
    let program = try stage.set()
    let running = try (0..<Self.size).map {
      let round = "\(prefix) upsilon \(line($0)) || exit"
      return try program.start(
        line: [String](repeating: round, count: times).joined(separator: "; "))
    }
    var found: [String] = []
    while running.contains(where: { !$0.hasEnded }), found.isEmpty {
      found = stage.halfMade(FolderState(of: program.path), isStill: false)
    }
    let endings = try running.map { try $0.ending(within: .seconds(120)) }
    if endings.map(\.status).sorted() != statuses {
      found += endings.map { "\($0.status): \($0.messages)" }
    }
    let state = FolderState(of: program.path)
    return found + stage.different(state).map { "different: \($0)" }
      + stage.leftBeside(state).map { "left: \($0)" } + (try stage.repetition(in: program))
  }
}
