import Runs
import Support

/// Files and folders that the input names, and that may not be what can be read.
enum InputFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - place: Where the input names it.
  ///   - report: Takes it as a mistake if it is no regular file, too large, or gone.
  ///   - help: What to do about that.
  /// - Throws: ``FileError`` if the machine fails.
  /// - Returns: Its content; `nil` if the report has the reason why there is none.
  static func read(
    _ path: String, at place: Place?, _ report: InputReport, help: Advice? = nil
  ) throws(FileError) -> [UInt8]? {
    try telling(path, at: place, report, help) { () throws(FileError) in try Files.read(path) }
  }

  /// The names in a folder, with the same parameters, errors and result.
  static func names(
    in folder: String, at place: Place?, _ report: InputReport
  ) throws(FileError) -> [String]? {
    try telling(folder, at: place, report, nil) { () throws(FileError) in
      try Files.names(in: folder)
    }
  }

  private static func telling<Value>(
    _ path: String, at place: Place?, _ report: InputReport, _ help: Advice?,
    _ body: () throws(FileError) -> Value
  ) throws(FileError) -> Value? {
    do {
      return try body()
    } catch {
      // It may go between a look at it and the reading.
      guard error.isRefusal || error.isAbsence else { throw error }
      report.error("\(error)", at: place, help: error.help.map { Advice($0) } ?? help)
      return nil
    }
  }
}
