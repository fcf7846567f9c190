import Foundation
import TestKit

/// The built program and a temporary folder in which it works.
struct Program {
  /// How the program ended and what it said.
  struct Ending {
    /// The exit status; 128 and the number of the signal if a signal ended it, as a shell says.
    let status: Int32
    let output: String
    let messages: String
    let seconds: Double

    /// The output as JSON.
    var json: Any {
      get throws {
        try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
      }
    }
  }

  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  /// Makes a folder with the same files as another one.
  init(copying other: Program) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: other.path) {
      try FileManager.default.copyItem(atPath: "\(other.path)/\(name)", toPath: "\(path)/\(name)")
    }
  }

  var path: String { directory.path }

  /// The program, which stands beside the tests.
  static var executable: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appending(path: "upsilon")
  }

  /// Runs the program in the folder and waits for its end.
  @discardableResult
  func run(
    _ words: String..., environment: [String: String] = [:]
  ) throws -> Ending {
    try start(Self.executable, words, environment).ending()
  }

  /// Runs a line of the shell, in which `upsilon` is the program.
  func shell(_ line: String, within limit: Duration = .seconds(480)) throws -> Ending {
    try start(line: line).ending(within: limit)
  }

  /// Starts a line of the shell, in which `upsilon` is the program.
  func start(line: String) throws -> RunningProgram {
    let folder = Self.executable.deletingLastPathComponent().path
    return try start(URL(filePath: "/bin/sh"), ["-c", "PATH=\"\(folder):$PATH\"; \(line)"], [:])
  }

  /// Runs the program in the folder, behind other words if need be, and waits for its end.
  func run(
    _ words: [String], behind others: [String] = [], within limit: Duration = .seconds(60)
  ) throws -> Ending {
    let words = others + [Self.executable.path] + words
    return try start(URL(filePath: "/usr/bin/env"), words, [:]).ending(within: limit)
  }

  /// Starts the program in the folder.
  func start(_ words: String...) throws -> RunningProgram {
    try start(words)
  }

  /// Starts the program in the folder, with other variables.
  func start(
    _ words: [String], environment: [String: String] = [:]
  ) throws -> RunningProgram {
    try start(Self.executable, words, environment)
  }

  private func start(
    _ executable: URL, _ words: [String], _ environment: [String: String]
  ) throws -> RunningProgram {
    let inherited = DataServer.environment.filter { !$0.key.hasPrefix("UPSILON_") }
    return try RunningProgram(
      [executable.path] + words, in: path, environment: inherited.merging(environment) { $1 })
  }

  /// Every file and folder in the folder.
  var listing: [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.sorted()
  }

  /// The folders of complete runs in a folder of runs.
  func runs(in folder: String = "runs") -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The manifest and the tables of the one run in a folder of runs.
  func lastingFiles(in folder: String) throws -> [String: Data] {
    let root = "\(path)/\(folder)"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let lasting = names.filter { $0.hasSuffix(".ecsv") || $0.hasSuffix("manifest.json") }
    return try Dictionary(
      uniqueKeysWithValues: lasting.map {
        ($0, try Data(contentsOf: URL(filePath: "\(root)/\($0)")))
      })
  }

  /// Every file in a folder, by its path there.
  func files(in folder: String) throws -> [String: Data] {
    let root = "\(path)/\(folder)"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return try names.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder),
        !isFolder.boolValue
      else { return }
      files[name] = try Data(contentsOf: URL(filePath: "\(root)/\(name)"))
    }
  }

  /// The identity that `plan` finds for a spec.
  func identity(of spec: String, _ words: String...) throws -> String {
    let ending = try start(Self.executable, ["plan", spec, "--json"] + words, [:]).ending()
    let plan = try ending.json as? [String: Any]
    return plan?["identity"] as? String ?? "no identity: \(ending.messages)"
  }
}
