import Machine
package import Runs
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program of the system that is run to its end.
///
/// It reads nothing, or a file, writes to this program alone, and ends with it: a child whose
/// parent is gone writes to a pipe that nobody reads, which ends it. It has a group of its own, so
/// that what it starts in turn is ended with it.
package struct ChildProcess {
  /// How a program ended, and what it said.
  package struct Ending {
    /// The exit status, or 128 and the number of the signal that ended it.
    package let status: Int32
    /// What it wrote to its standard output.
    package let output: [UInt8]
    /// The start of what it wrote to its standard error, line by line.
    package let complaints: [String]
    /// Whether it was ended because it wrote more than was to be kept.
    package let isCut: Bool
  }

  /// Its name, looked for in `PATH`.
  private let program: String
  private let arguments: [String]
  /// The file that it reads as its standard input.
  private let input: String
  /// How many bytes of output are kept; a program that writes more is ended.
  private let outputLimit: Int
  /// Its environment, of which it gets what ``variables`` lets through.
  private let environment: [String: String]

  /// How many bytes of complaints are kept; a program that complains on is ended.
  private static let complaintLimit = 1 << 16

  /// Describes a program.
  ///
  /// - Parameters:
  ///   - program: Its name, looked for in `PATH`.
  ///   - arguments: Its arguments.
  ///   - input: The file that it reads as its standard input; by default it finds nothing there.
  ///   - outputLimit: How many bytes of output are kept; a program that writes more is ended.
  ///   - environment: Its environment, of which it gets what ``variables`` lets through.
  package init(
    program: String, arguments: [String], input: String = "/dev/null", outputLimit: Int = 0,
    environment: [String: String]
  ) {
    (self.program, self.arguments, self.input) = (program, arguments, input)
    (self.outputLimit, self.environment) = (outputLimit, environment)
  }

  /// Runs the program.
  ///
  /// - Parameter isWanted: Told how many bytes have come, twenty times a second and more; the
  ///   program is ended on a no.
  /// - Throws: ``FileError`` if it cannot be started, or what it writes cannot be read.
  /// - Returns: How it ended.
  package func run(
    while isWanted: (_ received: Int) -> Bool = { _ in true }
  ) throws(FileError) -> Ending {
    let output = try ChildPipe(keeping: outputLimit)
    let errors = try ChildPipe(keeping: Self.complaintLimit)
    let child = try start(output, errors)
    output.closeWriting()
    errors.closeWriting()
    var hasEnded = false
    while isWanted(output.kept.count), !output.isCut, !errors.isCut {
      // A child that closes its pipes is about to end.
      let isOpen = output.isOpen || errors.isOpen
      let isQuiet = !ChildPipe.drain([output, errors], patience: hasEnded ? 0 : isOpen ? 50 : 1)
      // What the child has started may keep the pipes open.
      if isQuiet, hasEnded { break }
      if isQuiet || !isOpen { hasEnded = Self.hasEnded(child) }
    }
    let status = Self.end(child)
    guard output.failure == 0 else {
      throw FileError("read", "the output of \(program)", number: output.failure)
    }
    return Ending(
      status: status, output: output.kept,
      complaints: String(decoding: errors.kept, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map { $0.trimmed },
      isCut: output.isCut)
  }

  private func start(_ output: ChildPipe, _ errors: ChildPipe) throws(FileError) -> pid_t {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
      let own = POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
      let own: Int32 = 0
    #endif
    let flags =
      Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
      | Int32(POSIX_SPAWN_SETPGROUP) | Int32(own)
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    // A signal that this program catches or ignores ends the child all the same.
    var (ending, blocked) = (sigset_t(), sigset_t())
    sigemptyset(&ending)
    sigemptyset(&blocked)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ] { sigaddset(&ending, signal) }
    posix_spawnattr_setsigdefault(&attributes, &ending)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let variables = Self.variables(of: environment).map { "\($0)=\($1)" }
    var child: pid_t = 0
    let failure = withCStrings([program] + arguments) { words in
      withCStrings(variables) { variables in
        ChildPipe.inheriting.withLock { _ in
          posix_spawnp(&child, program, &actions, &attributes, words, variables)
        }
      }
    }
    guard failure == 0 else {
      if failure == ENOENT { throw FileError("start", program, "it is not installed") }
      // A folder of `PATH` that may not be looked into hides whether the program is in it.
      if failure == EACCES {
        throw FileError("start", program, "it is not installed, or may not be started")
      }
      throw FileError("start", program, number: failure)
    }
    return child
  }

  /// Whether a child has ended, which keeps its number all the same.
  private static func hasEnded(_ child: pid_t) -> Bool {
    var ending = siginfo_t()
    guard waitid(P_PID, id_t(child), &ending, WEXITED | WNOHANG | WNOWAIT) == 0 else {
      return errno != EINTR
    }
    return ending.si_signo == SIGCHLD
  }

  /// Ends a child and what it has started, by force if it does not go within two seconds.
  private static func end(_ child: pid_t) -> Int32 {
    if !hasEnded(child) { kill(-child, SIGTERM) }
    for _ in 0..<200 where !hasEnded(child) { usleep(10_000) }
    // The number of the group is that of the child until somebody has asked for its status.
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return 255 }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
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

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
