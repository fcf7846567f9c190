import Machine
import Runs
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
/// It reads nothing, and the terminal interrupts it together with this program.
struct ChildProcess {
  /// How a program ended, and what it said.
  struct Ending {
    /// The exit status, or 128 and the number of the signal that ended it.
    let status: Int32
    /// What it wrote to its standard output.
    let output: [UInt8]
    /// The start of what it wrote to its standard error, line by line.
    let complaints: [String]
    /// Whether it was ended because it wrote more than was to be kept.
    let isCut: Bool
    /// Whether it was ended because it was no longer wanted, here or at the terminal.
    let isUnwanted: Bool
  }

  /// Its name, looked for in `PATH`.
  var program: String
  var arguments: [String]
  /// How many bytes of output are kept; a program that writes more is ended.
  var outputLimit = 0
  /// Its environment; `nil` for that of this program.
  var environment: [String: String]?

  /// Runs the program.
  ///
  /// - Parameter isWanted: Asked twenty times a second and more; the program is ended on a no.
  /// - Throws: ``FileError`` if it cannot be started.
  /// - Returns: How it ended.
  func run(while isWanted: () -> Bool = { true }) throws(FileError) -> Ending {
    let output = try ChildPipe(keeping: outputLimit)
    let errors = try ChildPipe(keeping: 4096)
    let child = try start(output, errors)
    output.closeWriting()
    errors.closeWriting()
    var isUnwanted = false
    while output.isOpen || errors.isOpen, !isUnwanted, !output.isCut {
      ChildPipe.drain([output, errors])
      isUnwanted = !isWanted()
    }
    let status = isUnwanted || output.isCut ? Self.end(child) : Self.wait(for: child)
    return Ending(
      status: status, output: output.kept,
      complaints: String(decoding: errors.kept, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map { $0.trimmed },
      isCut: output.isCut,
      isUnwanted: isUnwanted || status == 128 + SIGINT || status == 128 + SIGTERM && !output.isCut)
  }

  private func start(_ output: ChildPipe, _ errors: ChildPipe) throws(FileError) -> pid_t {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
      let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
      let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    // A signal that this program catches or ignores ends the child all the same.
    var (ending, blocked) = (sigset_t(), sigset_t())
    sigemptyset(&ending)
    sigemptyset(&blocked)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&ending, signal) }
    posix_spawnattr_setsigdefault(&attributes, &ending)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let variables = (environment ?? Host.environment).map { "\($0)=\($1)" }
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

  /// Ends a child, by force if it does not go within two seconds.
  private static func end(_ child: pid_t) -> Int32 {
    kill(child, SIGTERM)
    var status: Int32 = 0
    for _ in 0..<200 {
      if waitpid(child, &status, WNOHANG) != 0 { return code(status) }
      usleep(10_000)
    }
    kill(child, SIGKILL)
    return wait(for: child)
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return 255 }
    }
    return code(status)
  }

  private static func code(_ status: Int32) -> Int32 {
    status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
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
