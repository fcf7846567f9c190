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
    _ words: String..., environment: [String: String] = [:], interruptingAfter delay: Double? = nil
  ) throws -> Ending {
    try run(Self.executable, words, environment, interruptingAfter: delay)
  }

  /// Runs a line of the shell, in which `upsilon` is the program.
  func shell(_ line: String) throws -> Ending {
    let folder = Self.executable.deletingLastPathComponent().path
    return try run(
      URL(filePath: "/bin/sh"), ["-c", "PATH=\"\(folder):$PATH\"; \(line)"], [:],
      interruptingAfter: nil)
  }

  private func run(
    _ executable: URL, _ words: [String], _ environment: [String: String],
    interruptingAfter delay: Double?
  ) throws -> Ending {
    let streams = try TemporaryDirectory()
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = directory.url
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("UPSILON_") }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams.write("", to: "output"))
    process.standardError = try FileHandle(forWritingTo: streams.write("", to: "messages"))
    var clock = ContinuousClock.now
    try process.run()
    if let delay {
      Thread.sleep(forTimeInterval: delay)
      clock = .now
      process.interrupt()
    }
    process.waitUntilExit()
    let duration = clock.duration(to: .now).components
    let ending = process.terminationStatus
    return Ending(
      status: process.terminationReason == .uncaughtSignal ? 128 + ending : ending,
      output: try streams.read("output"), messages: try streams.read("messages"),
      seconds: Double(duration.seconds) + Double(duration.attoseconds) * 1e-18)
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

  /// The identity that `plan` finds for a spec.
  func identity(of spec: String, _ words: String...) throws -> String {
    let ending = try run(
      Self.executable, ["plan", spec, "--json"] + words, [:], interruptingAfter: nil)
    let plan = try ending.json as? [String: Any]
    return plan?["identity"] as? String ?? "no identity: \(ending.messages)"
  }
}
