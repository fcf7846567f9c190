import Machine
import Runs
import Support

/// A file that is compressed by gzip, which the system's `gzip` unpacks.
enum GzipFile {
  /// How the name of such a file ends.
  static let suffix = ".gz"

  /// Whether a content is compressed.
  static func isMeant(by bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// The name of what is in such a file; any other name stays.
  static func contentName(_ name: String) -> String {
    name.hasSuffix(suffix) && name.count > suffix.count ? String(name.dropLast(suffix.count)) : name
  }

  /// Unpacks a file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - place: Where the input names it.
  ///   - report: Takes it as a mistake if it is broken, or holds too much.
  /// - Throws: ``FileError`` if there is no `gzip`.
  /// - Returns: The content, at most ``Files/largestInput`` bytes; `nil` if the report has the
  ///   reason why there is none.
  static func content(
    _ path: String, at place: Place?, _ report: InputReport
  ) throws(FileError) -> [UInt8]? {
    let process = ChildProcess(
      program: "gzip", arguments: ["-dc", "--", path], outputLimit: Files.largestInput,
      environment: Host.environment.merging(["LC_ALL": "C"]) { $1 })
    let ending: ChildProcess.Ending
    do {
      ending = try process.run()
    } catch {
      throw FileError(
        error.action, error.path, "\(error.reason); install it, or unpack '\(path)'")
    }
    if ending.isCut {
      report.error(
        "'\(path)' holds more than \(Files.largestInput.grouped) bytes", at: place,
        help: "split what is in it")
      return nil
    }
    // Status 2 is a warning, as of bytes after the end.
    guard ending.status == 0 || ending.status == 2 else {
      report.error(
        "cannot unpack '\(path)': "
          + (ending.complaints.first.map { "gzip says '\($0)'" } ?? "it is damaged"),
        at: place, help: "it may not be wholly downloaded")
      return nil
    }
    return ending.output
  }
}
