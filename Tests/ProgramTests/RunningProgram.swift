import Foundation
import TestKit

/// A program that was started and may have ended since.
final class RunningProgram {
  private let process: Process
  private let streams: TemporaryDirectory
  /// When it was started, or when a signal was sent to it.
  private var clock = ContinuousClock.now

  /// Starts a process that is all set but for its streams.
  init(_ process: Process) throws {
    self.process = process
    streams = try TemporaryDirectory()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams.write("", to: "output"))
    process.standardError = try FileHandle(forWritingTo: streams.write("", to: "messages"))
    try process.run()
  }

  /// Sends a signal after some time, s, unless the program has ended.
  func send(_ signal: Int32, after delay: Double = 0) {
    Thread.sleep(forTimeInterval: delay)
    clock = .now
    if process.isRunning { kill(process.processIdentifier, signal) }
  }

  /// Waits for the end, which comes within some minutes even on a busy machine.
  ///
  /// - Throws: ``Process/TookTooLong`` if it does not, and the program is killed.
  func ending() throws -> Program.Ending {
    try process.waitUntilExit(within: .seconds(480))
    let seconds = clock.duration(to: .now).seconds
    let ending = process.terminationStatus
    return Program.Ending(
      status: process.terminationReason == .uncaughtSignal ? 128 + ending : ending,
      output: try streams.read("output"), messages: try streams.read("messages"),
      seconds: seconds)
  }
}
