package import Machine
import Support

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Files {
  /// The bytes of a file, or of all files in a folder; what vanishes meanwhile does not count.
  ///
  /// A file of several names, as inputs that runs share, counts under each with its part.
  package static func totalSize(of path: String) -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else { return 0 }
    return switch FileKind(status) {
    case .file: Int(status.st_size) / max(1, Int(status.st_nlink))
    case .folder: contents(of: path).reduce(0) { $0 + totalSize(of: $1) }
    case .link, .other: 0
    }
  }

  /// How long a file that no process holds is watched before it counts as abandoned: between the
  /// making of a file and its being held there is a moment.
  private static let patience = Duration.milliseconds(100)

  /// Those of some files that no living process writes any more.
  package static func abandoned(among paths: [String]) -> [String] {
    let found = paths.filter(isAbandoned)
    if !found.isEmpty { Host.sleep(for: patience) }
    return found.filter(isAbandoned)
  }

  /// Whether nobody holds a file; where the file system knows no locks, whether it has rested long.
  private static func isAbandoned(_ path: String) -> Bool {
    guard kind(of: path) == .file else { return false }
    return switch hold(of: path) {
    case .held: false
    case .free: true
    case .unknown: hasRested(path)
    }
  }

  /// How long a file rests before it counts as abandoned where nobody can hold one, s.
  private static let longestRest = 3600.0

  /// Whether nothing has been written to a file or folder for an hour.
  package static func hasRested(_ path: String) -> Bool {
    lastWritten(path).map { $0.seconds(until: .now) >= longestRest } ?? true
  }

  /// What is in a folder; nothing where it is gone or cannot be read.
  private static func contents(of folder: String) -> [String] {
    (try? FolderEntries(of: folder)).asList.flatMap(\.names).map { "\(folder)/\($0)" }
  }

  /// When a file was written last, or any file in a folder; `nil` if it is gone.
  package static func lastWritten(_ path: String) -> Moment? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    let own = Moment(seconds: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
    guard FileKind(status) == .folder else { return own }
    return contents(of: path).compactMap(lastWritten).max() ?? own
  }
}
