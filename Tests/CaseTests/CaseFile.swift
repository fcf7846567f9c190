import Foundation

/// A file of `Tests/Cases`: blocks of lines that an empty line ends.
///
/// - `spec`: a spec in which `…` stands for the part that each of the cases below gives;
/// - `table NAME in AXES by KEYS`: a table that the steps find, in place of those of a run;
/// - `file ROLE`: a file of the dataset, in the format `csv`;
/// - `case TITLE`: a part, and after lines that begin with `----` what comes of it.
///
/// Lines that begin with `#` are remarks. `UPSILON_REWRITE_GOLDEN=1` writes what comes of each case
/// into the file; for a new one `---- NAME` of each table, `---- notes` or `---- diagnostics` is
/// enough.
struct CaseFile: Sendable {
  struct Block: Sendable {
    /// The number of its first line.
    let line: Int
    var lines: [String]

    var keyword: String { String(lines[0].prefix { $0 != " " }) }
    var heading: String { String(lines[0].dropFirst(keyword.count).drop { $0 == " " }) }
    var body: [String] { Array(lines.dropFirst()) }
  }

  let url: URL
  /// What is there, remarks included.
  var blocks: [Block]

  /// The path in the folder of cases.
  var name: String { url.path.replacing("\(Self.folder.path)/", with: "") }

  init(_ url: URL, _ blocks: [Block]) {
    self.url = url
    self.blocks = blocks
  }

  /// Reads a file.
  init(_ url: URL) throws {
    self.url = url
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    blocks = lines.enumerated().reduce(into: []) { blocks, line in
      let isNew = line.offset == 0 || lines[line.offset - 1].isEmpty
      if line.element.isEmpty { return }
      if isNew {
        blocks.append(Block(line: line.offset + 1, lines: [line.element]))
      } else {
        blocks[blocks.count - 1].lines.append(line.element)
      }
    }
  }

  /// The text of the file, in which columns stand one below the other.
  var text: String {
    blocks.map(Self.aligned).map { $0.lines.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func aligned(_ block: Block) -> Block {
    guard block.keyword == "table" else { return block }
    let table = CaseTable(heading: block.heading, lines: block.body)
    return Block(line: block.line, lines: ["table \(table.heading)"] + table.lines)
  }

  func write() throws {
    try Data(text.utf8).write(to: url)
  }

  // MARK: All files

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Cases").standardizedFileURL

  /// Every file of cases, in the order of their names.
  static let all: [URL] = {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".case") }.sorted()
      .map { folder.appending(path: $0) }
  }()
}
