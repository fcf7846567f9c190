import Runs
import Support

/// A zip archive, read by the system's `unzip`.
struct ZipArchive {
  /// A file in an archive.
  struct Member {
    /// Its path in the archive.
    let path: String
    /// Its size, unpacked.
    let bytes: Int

    /// The last part of its path.
    var name: String { Files.name(of: path) }
  }

  /// The path as the user typed it.
  let path: String
  /// The files, without those that an archiver or a system hides.
  let members: [Member]

  /// Whether a file is such an archive, by its first bytes or by its name.
  static func isArchive(_ path: String, _ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) || bytes.starts(with: Array("PK\u{5}\u{6}".utf8))
      || path.lowercased().hasSuffix(".zip")
  }

  /// Lists an archive.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - place: Where the input names it.
  ///   - report: Takes what is wrong with the archive.
  /// - Throws: ``FileError`` if there is no `unzip`.
  /// - Returns: The archive; `nil` if it is broken.
  static func open(
    _ path: String, at place: Place?, _ report: InputReport
  ) throws(FileError) -> ZipArchive? {
    let ending = try unzip(["-lqq", argument(path)], path, limit: 1 << 26)
    guard ending.status == 0 || ending.status == 1 else {
      report.brokenArchive(path, ending, at: place)
      return nil
    }
    let members = String(decoding: ending.output, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { Member(listed: $0) }
    return ZipArchive(path: path, members: members.filter { !$0.isHidden })
  }

  /// The content of some members, in their order.
  ///
  /// - Parameters:
  ///   - wanted: Members of this archive, in the order of the archive.
  ///   - place: Where the input names the archive.
  ///   - report: Takes what is wrong with the archive.
  /// - Throws: ``FileError`` if there is no `unzip`.
  /// - Returns: The contents; `nil` if the archive is broken.
  func contents(
    of wanted: [Member], at place: Place?, _ report: InputReport
  ) throws(FileError) -> [[UInt8]]? {
    var contents: [[UInt8]] = []
    // A command line has room for some thousands of names.
    for start in stride(from: 0, to: wanted.count, by: 500) {
      let members = wanted[start..<min(start + 500, wanted.count)]
      let total = members.reduce(0) { $0 + $1.bytes }
      // The empty password keeps unzip from asking for one.
      let words = ["-P", "", "-p", Self.argument(path)] + members.map { Self.pattern($0.path) }
      let ending = try Self.unzip(words, path, limit: total)
      guard ending.status <= 1, ending.output.count == total, !ending.isCut else {
        report.brokenArchive(path, ending, at: place)
        return nil
      }
      var offset = 0
      for member in members {
        contents.append(Array(ending.output[offset..<offset + member.bytes]))
        offset += member.bytes
      }
    }
    return contents
  }

  private static func unzip(
    _ words: [String], _ path: String, limit: Int
  ) throws(FileError) -> ChildProcess.Ending {
    do {
      return try ChildProcess(program: "unzip", arguments: words, outputLimit: limit).run()
    } catch {
      throw FileError(
        error.action, error.path,
        "\(error.reason); install it, or unpack '\(path)' and name the folder")
    }
  }

  /// A path that cannot be taken for an option.
  private static func argument(_ path: String) -> String {
    path.hasPrefix("-") ? "./\(path)" : path
  }

  /// The pattern that matches a path and nothing else.
  private static func pattern(_ path: String) -> String {
    var pattern = ""
    for character in path {
      switch character {
      case "*", "?", "[": pattern += "[\(character)]"
      case "\\": pattern += "\\\\"
      case "-" where pattern.isEmpty: pattern += "[-]"
      default: pattern.append(character)
      }
    }
    return pattern
  }
}

extension ZipArchive.Member {
  /// Reads a line of a listing: size, date, time, path.
  fileprivate init?(listed line: Substring) {
    let fields = line.split(separator: " ", maxSplits: 3)
    guard fields.count == 4, let bytes = Int(fields[0]) else { return nil }
    self.init(path: String(fields[3].drop { $0 == " " }), bytes: bytes)
  }

  /// Whether it is a folder, a hidden file, or what macOS adds.
  fileprivate var isHidden: Bool {
    path.hasSuffix("/") || name.hasPrefix(".") || path.hasPrefix("__MACOSX/")
  }
}

extension InputReport {
  fileprivate func brokenArchive(_ path: String, _ ending: ChildProcess.Ending, at place: Place?) {
    let complaint = ending.complaints.first { !$0.hasPrefix("[") && !$0.isEmpty }
    error(
      "cannot unpack '\(path)': \(complaint.map { "unzip says '\($0)'" } ?? "it is damaged")",
      at: place, help: "it may be cut short or protected; unpack it yourself and name the folder")
  }
}
