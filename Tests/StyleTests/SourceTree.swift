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
    let base = "\(root)/\(folder)"
    let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      (try? String(contentsOfFile: "\(base)/\(name)", encoding: .utf8)).map {
        File(path: "\(folder)/\(name)", text: $0)
      }
    }
  }

  /// The folders of `Sources`, sorted.
  static var modules: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/Sources")) ?? []).sorted()
  }

  /// The names at the top level, without what git leaves out.
  static var top: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted()
  }
}
