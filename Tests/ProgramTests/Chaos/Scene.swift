import Foundation
import Support
import TestKit
import Testing

/// A verb that writes, and the folder in which it is tried.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let words: [String]
  /// Fills the folder.
  let prepare: @Sendable (Program) throws -> Void

  var testDescription: String { name }

  /// Every verb that writes, apart from `data fetch`, which needs a server.
  static let all =
    [run, pin, merge, cleaning, importing, start] + (DataFiles.canZip ? [unpacking] : [])

  static let run = Scene(name: "run", words: ["run", "tiny.json", "--jobs", "1"], prepare: write)

  /// There is a lock already, of a spec that has changed since.
  static let pin = Scene(name: "pin", words: ["pin", "tiny.json", "--jobs", "1"]) { program in
    try write(program)
    try program.mustRun("pin", "tiny.json")
    try program.directory.write(spec.replacing("\"linear\", ", with: ""), to: "tiny.json")
  }

  static let merge = Scene(name: "merge", words: ["merge", "tiny.json", "--jobs", "1"]) { program in
    try write(program)
    for part in 1...2 {
      try program.mustRun("run", "tiny.json", "--shard", "\(part)/2", "--runs", "part\(part)")
    }
    let words = ["sh", "-c", "mkdir runs && cp -R part1/. part2/. runs && rm -r part1 part2"]
    _ = try ChildProgram.run(words, in: program.path)
  }

  /// There are two runs of one name and a part of a third.
  static let cleaning = Scene(name: "clean", words: ["clean", "--yes", "--specs", "."]) { program in
    try write(program)
    for bounds in ["[0, 90]", "[0, 80]"] {
      try program.mustRun("run", "tiny.json", "--set", "bounds.linear.omega=\(bounds)")
    }
    try program.mustRun("run", "tiny.json", "--shard", "1/2")
  }

  static let importing = Scene(name: "import", words: ["data", "import", "in"]) { program in
    try program.directory.write(DataFiles.registry(), to: "data/registry.json")
    for (name, text) in DataFiles.all { try program.directory.write(text, to: "in/\(name)") }
  }

  static let unpacking = Scene(name: "import zip", words: ["data", "import", "in.zip"]) { program in
    try program.directory.write(DataFiles.registry(), to: "data/registry.json")
    for (name, text) in DataFiles.all { try program.directory.write(text, to: "packing/\(name)") }
    let words = ["zip", "-q", "-X", "../in.zip"] + DataFiles.all.map(\.name)
    _ = try ChildProgram.run(words, in: "\(program.path)/packing")
    try FileManager.default.removeItem(atPath: "\(program.path)/packing")
  }

  /// Downloads the files that a server has.
  static func fetching(from server: DataServer) -> Scene {
    let registry = DataFiles.registry(address: "\(server.address)/right")
    return Scene(name: "fetch", words: ["data", "fetch", "made"]) { program in
      try program.directory.write(registry, to: "data/registry.json")
    }
  }

  static let start = Scene(name: "init", words: ["init", "new.json"]) { _ in }

  /// A spec over own data with surface densities, whose components are remembered.
  static let spec = """
    {
      "upsilon": 1, "name": "tiny",
      "dataset": { "path": "points.csv", "format": "csv" },
      "model": { "fit": ["linear", "quadrature"] },
      "analyses": [
        { "name": "mean", "summarize": "fits", "columns": ["chi2_reduced"], "statistics": ["mean"] }
      ]
    }
    """

  static let points: String = {
    let rows = [1, 2].map { galaxy in
      (1...6).map { point in
        let speed = 20 * galaxy + 60 * point / (point + 3) + 5 * (point * galaxy % 3)
        return "G\(galaxy),\(point),\(speed),4,\(10 - point),\(200 / (point * point))\n"
      }.joined()
    }
    return "galaxy,radius,v_obs,e_v_obs,sigma_hi,sigma_star\n" + rows.joined()
  }()

  private static let write: @Sendable (Program) throws -> Void = { program in
    try program.directory.write(spec, to: "tiny.json")
    try program.directory.write(points, to: "points.csv")
  }
}

extension Program {
  /// Runs the program, which has to end well.
  func mustRun(_ words: String...) throws {
    let ending = try run(words)
    guard ending.status == 0 else { throw UnexpectedEnding(words, ending) }
  }
}

/// A program that did not do what the test needs.
struct UnexpectedEnding: Error, CustomStringConvertible {
  let description: String

  init(_ words: [String], _ ending: Program.Ending) {
    description =
      "'\(words.joined(separator: " "))' ended with \(ending.status): \(ending.messages)"
  }
}
