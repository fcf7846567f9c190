package import Foundation
import Synchronization

extension Process {
  /// The end that a process did not come to in its time.
  package struct TookTooLong: Error, CustomStringConvertible {
    package let description: String
  }

  /// Waits for the end, whatever it is; a process that takes too long is killed.
  ///
  /// - Throws: ``TookTooLong`` of a process that was killed.
  package func waitUntilExit(within limit: Duration) throws(TookTooLong) {
    let (child, isKilled) = (processIdentifier, Flag())
    let end: @Sendable () -> Void = {
      isKilled.raise()
      kill(child, SIGKILL)
    }
    Deadline.within(limit, waitUntilExit, else: end)
    guard isKilled.isRaised else { return }
    let words = ([executableURL?.path ?? ""] + (arguments ?? [])).joined(separator: " ")
    throw TookTooLong(description: "'\(words)' took more than \(limit) and was killed")
  }

  /// Runs a program of the system to its end, within a minute.
  ///
  /// - Parameters:
  ///   - words: The program and its arguments.
  ///   - folder: Where it runs; where the tests run, by default.
  /// - Returns: Its exit status and its output.
  /// - Throws: If it cannot be started, or takes too long.
  package static func run(
    _ words: [String], in folder: String? = nil
  ) throws -> (status: Int32, output: [UInt8]) {
    let streams = try TemporaryDirectory()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams.write("", to: "output"))
    process.standardError = FileHandle.nullDevice
    try process.run()
    try process.waitUntilExit(within: .seconds(60))
    let output = try Data(contentsOf: streams.url.appending(path: "output"))
    return (process.terminationStatus, Array(output))
  }
}

/// A flag that another thread may raise.
private final class Flag: Sendable {
  private let value = Mutex(false)

  var isRaised: Bool { value.withLock { $0 } }

  func raise() { value.withLock { $0 = true } }
}
