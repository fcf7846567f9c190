import Machine
import Runs
import Support

/// A zip archive, whose directory is read here and whose files are unpacked by the system's
/// `unzip`.
struct ZipArchive {
  /// The path as the user typed it.
  let path: String
  /// How many bytes the archive has.
  let size: Int
  /// All that is in it.
  private let entries: [ZipMember]

  /// The files, without those that an archiver or a system hides.
  let members: [ZipMember]

  /// Whether a file is such an archive, by its first bytes or by its name.
  static func isArchive(_ path: String, _ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) || bytes.starts(with: Array("PK\u{5}\u{6}".utf8))
      || path.lowercased().hasSuffix(".zip")
  }

  /// Reads the directory of an archive.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - bytes: Its content.
  ///   - place: Where the input names it.
  ///   - report: Takes what is wrong with the archive.
  init?(_ path: String, _ bytes: [UInt8], at place: Place?, _ report: InputReport) {
    self.path = path
    size = bytes.count
    do {
      entries = try ZipDirectory(of: bytes).members
    } catch {
      Self.refuse(path, error.reason, at: place, report)
      return nil
    }
    members = entries.filter { !$0.isHidden }
  }

  /// The content of some members, in their order.
  ///
  /// - Parameters:
  ///   - wanted: Members of this archive, in the order of the archive.
  ///   - place: Where the input names the archive.
  ///   - report: Takes what is wrong with the archive.
  /// - Throws: ``FileError`` if there is no `unzip`.
  /// - Returns: The contents; `nil` if the archive is broken, or holds too much.
  func contents(
    of wanted: [ZipMember], at place: Place?, _ report: InputReport
  ) throws(FileError) -> [[UInt8]]? {
    if wanted.isEmpty { return [] }
    let selection = ZipSelection(wanted, of: entries)
    let total: Int
    do {
      total = try selection.total(ofArchive: size)
    } catch {
      Self.refuse(path, error.reason, at: place, report)
      return nil
    }
    let ending = try unzip(selection.patterns, limit: total)
    guard ending.status <= 1, !ending.isCut, ending.output.count == total,
      let contents = selection.contents(of: ending.output)
    else {
      let complaint = ending.complaints.first { !$0.hasPrefix("[") && !$0.isEmpty }
      Self.refuse(
        path, complaint.map { "unzip says '\($0)'" } ?? "it is damaged", at: place, report)
      return nil
    }
    return contents
  }

  private func unzip(_ patterns: [String], limit: Int) throws(FileError) -> ChildProcess.Ending {
    // The last part of the path is a pattern for unzip, and a path may look like an option.
    let name = Files.name(of: path).unicodeScalars.map(ZipSelection.plain).joined()
    let archive = "\(Files.parent(of: path))/\(name)"
    // Names are compared byte by byte in this language, and the empty password keeps unzip from
    // asking for one.
    let environment = Host.environment.merging(["LC_ALL": "C"]) { $1 }
    let process = ChildProcess(
      program: "unzip", arguments: ["-P", "", "-p", archive] + patterns, outputLimit: limit,
      environment: environment)
    do {
      return try process.run()
    } catch {
      throw FileError(
        error.action, error.path,
        "\(error.reason); install it, or unpack '\(path)' and name the folder")
    }
  }

  private static func refuse(
    _ path: String, _ reason: String, at place: Place?, _ report: InputReport
  ) {
    report.error(
      "cannot unpack '\(path)': \(reason)", at: place,
      help: "unpack it yourself and name the folder, or pack it again")
  }
}
