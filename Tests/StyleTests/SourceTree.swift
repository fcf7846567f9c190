import Foundation

/// The files of the package.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL.path

  /// One Swift file.
  struct File: CustomStringConvertible, Sendable {
    /// The path from the root of the package.
    let path: String
    let text: String

    var description: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The lines without comments, numbered from 1; texts in quotes stay.
    var code: [(number: Int, text: Substring)] {
      lines.enumerated().map { number, line in
        let comment = line.range(of: "//")
        return (number + 1, comment.map { line[..<$0.lowerBound] } ?? line)
      }
    }

    /// The name of the one type that the file is named after.
    var typeName: String {
      let name = path.split(separator: "/").last ?? ""
      return String(name.prefix { $0 != "." })
    }
  }

  /// The Swift files under a folder of the package, sorted.
  static func files(_ folder: String) -> [File] {
    paths(folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
      (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)).map {
        File(path: path, text: $0)
      }
    }
  }

  /// The paths of everything under a folder of the package, sorted.
  static func paths(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: "\(root)/\(folder)")
    let names = all?.compactMap { $0 as? String } ?? []
    return names.sorted().map { "\(folder)/\($0)" }
  }

  /// The names of the folders right in a folder of the package, sorted.
  static func folders(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return names.sorted().filter { name in
      var isFolder: ObjCBool = false
      let path = "\(root)/\(folder)/\(name)"
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  /// The names at the top level, without what git leaves out.
  static var top: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted()
  }
}
