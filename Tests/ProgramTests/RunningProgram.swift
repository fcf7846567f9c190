import Foundation
import TestKit

/// A program that was started and may have ended since.
final class RunningProgram {
  private let child: ChildProgram
  private let streams: TemporaryDirectory
  /// When it was started, or when a signal was sent to it.
  private var clock = ContinuousClock.now

  /// Starts a program in a folder.
  init(_ words: [String], in folder: String, environment: [String: String]) throws {
    streams = try TemporaryDirectory()
    child = try ChildProgram(
      words, in: folder, environment: environment, output: "\(streams.path)/output",
      messages: "\(streams.path)/messages")
  }

  /// Sends a signal after some time, s, unless the program has ended.
  func send(_ signal: Int32, after delay: Double = 0) {
    Thread.sleep(forTimeInterval: delay)
    clock = .now
    if !child.hasEnded { kill(child.id, signal) }
  }

  /// Whether it has come to an end.
  var hasEnded: Bool { child.hasEnded }

  /// Waits for the end, which comes within some minutes even on a busy machine.
  ///
  /// - Throws: ``ChildProgram/TookTooLong`` if it does not, and the program is killed.
  func ending(within limit: Duration = .seconds(480)) throws -> Program.Ending {
    let status = try child.status(within: limit)
    let duration = clock.duration(to: .now).components
    return Program.Ending(
      status: status, output: try streams.read("output"), messages: try streams.read("messages"),
      seconds: Double(duration.seconds) + Double(duration.attoseconds) * 1e-18)
  }
}
