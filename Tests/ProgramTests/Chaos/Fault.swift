/// An error of the system that the program meets at one call.
struct Fault {
  let call: TracedCall
  /// Such as `EIO`.
  let error: String

  /// The errors that fit each call; calls that only the runtime makes are not there.
  private static let errors: [String: [String]] = [
    "open": opening, "openat": opening, "openat2": opening, "creat": opening,
    "read": ["EIO", "EINTR", "EAGAIN"], "pread64": ["EIO", "EINTR"], "readv": ["EIO", "EINTR"],
    "write": writing, "pwrite64": writing, "writev": writing,
    "fsync": ["EIO", "ENOSPC", "EINTR", "EDQUOT"], "fdatasync": ["EIO", "ENOSPC", "EINTR"],
    "rename": naming, "renameat": naming, "renameat2": naming, "link": naming, "linkat": naming,
    "mkdir": naming, "mkdirat": naming, "symlink": naming,
    "unlink": removing, "unlinkat": removing, "rmdir": removing,
    "close": ["EIO", "EINTR", "ENOSPC", "EDQUOT"],
    "flock": ["EINTR", "ENOLCK", "EIO"], "fcntl": ["EINTR", "ENOLCK", "EAGAIN", "EIO"],
    "getdents64": ["EIO", "EACCES", "ENOMEM"],
    "stat": looking, "lstat": looking, "fstat": looking, "newfstatat": looking, "statx": looking,
    "access": looking, "faccessat": looking, "faccessat2": looking, "readlink": looking,
    "readlinkat": looking, "getcwd": ["ENOMEM"], "lseek": ["EIO"], "utimensat": ["EIO"],
    "ftruncate": ["EIO", "EINTR"], "fallocate": ["ENOSPC", "EINTR"], "fchmod": ["EIO"],
    "pipe": ["EMFILE"], "pipe2": ["EMFILE"], "dup2": ["EMFILE", "EINTR"], "dup3": ["EMFILE"],
    "clone": ["EAGAIN", "ENOMEM"], "clone3": ["EAGAIN", "ENOMEM"], "vfork": ["EAGAIN"],
    "poll": ["EINTR", "ENOMEM"], "ppoll": ["EINTR", "ENOMEM"], "wait4": ["EINTR"],
  ]

  private static let opening = ["EIO", "EMFILE", "EACCES", "EINTR", "ENOSPC"]
  private static let writing = ["EIO", "ENOSPC", "EINTR", "EDQUOT", "EAGAIN"]
  private static let naming = ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT"]
  private static let removing = ["EIO", "EACCES", "EROFS"]
  private static let looking = ["EIO", "EACCES", "ENOMEM"]

  /// Every error of every call.
  ///
  /// Those that no system gives are left out: a pipe that was not closed stays open, and of what
  /// `fcntl` does only locks can fail.
  static func all(_ calls: [TracedCall]) -> [Fault] {
    calls.filter { call in
      switch call.name {
      case "close": !call.rest.contains("<pipe:")
      case "fcntl": call.rest.contains("LK")
      default: true
      }
    }.flatMap { call in
      (errors[call.name] ?? []).map { Fault(call: call, error: $0) }
    }
  }

  /// The words before a program that make it meet the error.
  var words: [String] {
    let injection = "inject=\(call.name):error=\(error):when=\(call.number)"
    return TracedCall.limited
      + ["strace", "-o", "/dev/null", "-e", "trace=\(call.name)", "-e", injection]
  }

  /// Whether what was to be removed may be left.
  var keepsFiles: Bool { ["unlink", "unlinkat", "rmdir"].contains(call.name) }

  var description: String {
    "\(error) at call \(call.number) of \(call.name)\(call.rest.prefix(120))"
  }
}
