import Foundation
import Testing

/// A page that people read: of the book, or at the top of the repository.
struct BookPage: CustomTestStringConvertible, Sendable {
  static let folder = "Sources/upsilon/Upsilon.docc"

  /// The path from the root of the package.
  let path: String
  let text: String

  var testDescription: String { path }

  /// The name that links of the book use.
  var name: String { String((path.split(separator: "/").last ?? "").dropLast(".md".count)) }

  /// Whether the page is made from declarations, and so names more than files and types.
  var isMade: Bool { path.contains("/Reference/") }

  /// The pages of the book.
  static let book = SourceTree.paths(folder).filter { $0.hasSuffix(".md") }.map(page)

  /// The pages of the book, and those at the top.
  static let all = book + ["README.md", "CONTRIBUTING.md"].map(page)

  private static func page(_ path: String) -> BookPage {
    let text = try? String(contentsOfFile: "\(SourceTree.root)/\(path)", encoding: .utf8)
    return BookPage(path: path, text: text ?? "")
  }

  /// The text without blocks of code.
  private var prose: String {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode
    }.joined(separator: "\n")
  }

  /// What stands in backquotes.
  var codes: [String] {
    prose.matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }

  /// The files and folders of the package that the page names.
  var files: [String] {
    codes.filter { code in
      code.wholeMatch(of: /(Sources|Tests|experiments|data|\.ci)\/[^ <*…]+/) != nil
    }
  }

  /// The types that the page names, without the members of types behind them.
  var types: [String] {
    codes.filter { !$0.hasSuffix(".swift") && !$0.hasSuffix(".md") }.compactMap { code in
      code.wholeMatch(of: /([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(\..+)?/).map { String($0.1) }
    }
  }

  /// The pages of the book that the page points to.
  var links: [String] {
    prose.matches(of: /<doc:([A-Za-z]+)>/).map { String($0.1) }
  }

  /// The paths that the page points to, from the root of the package.
  var paths: [String] {
    prose.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }.filter { !$0.hasSuffix(".svg") }
  }
}
