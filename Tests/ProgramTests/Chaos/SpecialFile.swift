import Foundation
import TestKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands where a file should: nothing of it can be read to its end.
enum SpecialFile: String, CaseIterable {
  case pipe = "a pipe"
  case socket = "a socket"
  case endless = "a link to an endless device"
  case loop = "a link to itself"
  case folder = "a folder"

  /// Those that can be made here.
  static let possible = allCases.filter { $0 != .socket || hasPython }

  private static let hasPython = (try? ChildProgram.run(["python3", "-c", ""]).status) == 0

  /// Puts it in the place of whatever is there.
  func put(at path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    let made =
      switch self {
      case .pipe: mkfifo(path, 0o600)
      case .socket: Self.makeSocket(path)
      case .endless: symlink("/dev/zero", path)
      case .loop: symlink(path, path)
      case .folder: mkdir(path, 0o700)
      }
    guard made == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  /// Python knows how an address looks on every system; from its folder, as addresses are short.
  private static func makeSocket(_ path: String) -> Int32 {
    let url = URL(filePath: path)
    let script = "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
    let words = ["python3", "-c", script, url.lastPathComponent]
    let ending = try? ChildProgram.run(words, in: url.deletingLastPathComponent().path)
    return ending?.status == 0 ? 0 : -1
  }
}
