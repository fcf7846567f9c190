import Foundation
import TestKit

/// A call of the system that a program made, as `strace` tells.
struct TracedCall {
  /// Such as `openat`.
  let name: String
  /// Its arguments and what came back.
  let rest: String
  /// How many calls of the name there were until then, this one included.
  let number: Int

  /// Whether `strace` is there and may trace.
  static let canTrace: Bool = {
    let words = limited + ["strace", "-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=1"]
    return (try? ChildProgram.run(words + ["true"]).status) == 0
  }()

  static let advice = "there is no strace and timeout, or strace may not trace here"

  /// Ends a program and what it traces after a minute: a busy disk may take half of it to write.
  static let limited = ["timeout", "--signal=KILL", "60"]

  /// The calls that the program itself makes: all of its main thread that come after those of the
  /// loader, and after the runtime has read the command line.
  static func all(of words: [String], in program: Program) throws -> [TracedCall] {
    let file = try TemporaryDirectory()
    let tracing = limited + ["strace", "-y", "-o", "\(file.path)/trace"]
    _ = try program.run(words, behind: tracing)
    let lines = try file.read("trace").split(separator: "\n").compactMap { line in
      line.firstIndex(of: "(").map { (String(line[..<$0]), String(line[$0...])) }
    }
    var counts: [String: Int] = [:]
    let calls = lines.map { name, rest in
      counts[name, default: 0] += 1
      return TracedCall(name: name, rest: rest, number: counts[name] ?? 0)
    }
    return Array(calls[start(of: calls)...])
  }

  private static func start(of calls: [TracedCall]) -> Int {
    let loaded = calls.lastIndex { $0.name == "openat" && $0.rest.contains(".so") } ?? -1
    let reading = calls.lastIndex { $0.rest.contains("\"/proc/self/maps\"") } ?? 0
    let read = calls[reading...].firstIndex { $0.name == "close" } ?? -1
    return max(loaded, read) + 1
  }
}
