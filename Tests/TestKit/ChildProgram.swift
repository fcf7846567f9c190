package import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that a test starts, and that ends in its time or is killed.
///
/// `Process` of Foundation is not used: it learns of an end by way of the loopback interface, and
/// waits for ever where that is down.
///
/// It leads a group of its own, which what it starts belongs to and which is killed as a whole.
package final class ChildProgram {
  /// The end that a program did not come to in its time.
  package struct TookTooLong: Error, CustomStringConvertible {
    package let description: String
  }

  package let id: pid_t
  private let words: [String]
  private var ending: Int32?

  /// Starts a program, which reads nothing.
  ///
  /// - Parameters:
  ///   - words: The program, looked for in `PATH`, and its arguments.
  ///   - folder: Where it runs; where the tests run, by default.
  ///   - environment: Its environment; that of the tests, by default.
  ///   - output: The file for its standard output.
  ///   - messages: The file for its standard error.
  /// - Throws: If no child can be started; one whose program is not there ends with status 127.
  package init(
    _ words: [String], in folder: String = ".",
    environment: [String: String] = ProcessInfo.processInfo.environment,
    output: String = "/dev/null", messages: String = "/dev/null"
  ) throws {
    self.words = words
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, messages, writing, 0o644)
    // The thread that runs a test may block signals, which its child must not inherit.
    var (every, none) = (sigset_t(), sigset_t())
    sigfillset(&every)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var child: pid_t = 0
    // Not every system can change the folder of a child; the shell can, and then becomes the
    // program.
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder] + words
    let failure = withCStrings(shell) { words in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environment)
      }
    }
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    id = child
  }

  deinit {
    if !hasEnded { end() }
  }

  /// Whether it has come to an end.
  package var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return false }
    ending = status
    return true
  }

  /// Waits for the end, whatever it is; a program that takes too long is killed.
  ///
  /// - Returns: The exit status; 128 and the number of the signal if a signal ended it, as a shell
  ///   says.
  /// - Throws: ``TookTooLong`` of a program that was killed.
  package func status(within limit: Duration = .seconds(60)) throws -> Int32 {
    let deadline = ContinuousClock.now + limit
    while !hasEnded {
      guard ContinuousClock.now < deadline else {
        end()
        let words = words.joined(separator: " ")
        throw TookTooLong(description: "'\(words)' took more than \(limit) and was killed")
      }
      usleep(2_000)
    }
    let status = ending ?? 0
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// Kills it with all that it started.
  private func end() {
    kill(-id, SIGKILL)
    var status: Int32 = 0
    waitpid(id, &status, 0)
    ending = status
  }

  /// Runs a program of the system to its end, within a minute.
  ///
  /// - Returns: Its exit status and its output.
  /// - Throws: If it cannot be started, or takes too long.
  package static func run(
    _ words: [String], in folder: String = "."
  ) throws -> (status: Int32, output: [UInt8]) {
    let streams = try TemporaryDirectory()
    let child = try ChildProgram(words, in: folder, output: "\(streams.path)/output")
    let status = try child.status()
    return (status, Array(try Data(contentsOf: streams.url.appending(path: "output"))))
  }
}

/// Calls a body with a list of C strings that ends in a null pointer.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
