import TestKit
import Testing

@Suite("Sources", .limited)
struct PurityTests {
  static let pure = [
    "Support", "Numerics", "Galaxies", "Datasets", "Models", "Tables", "Steps", "Specs", "Plans",
    "Figures", "Exports", "Reports", "Posteriors",
  ]

  /// The lines of code that hold one of some texts, as `path:line: text`.
  private func hits(_ texts: [String], in folder: String) -> [String] {
    SourceTree.files(folder).flatMap { file in
      file.code.flatMap { number, line in
        texts.filter { Self.holds(line, $0) }.map { "\(file.path):\(number): \($0)" }
      }
    }
  }

  /// Whether a line holds a text that is not the end of a longer name.
  private static func holds(_ line: Substring, _ text: String) -> Bool {
    line.ranges(of: text).contains { range in
      let before = line[..<range.lowerBound].last
      return text.first?.isLetter != true || before?.isLetter != true
    }
  }

  @Test(arguments: pure)
  func haveNoEffectsInThePureModules(module: String) {
    let effects = [
      "FileManager", "Dispatch", "Date(", "print(", "URLSession", "ProcessInfo", "FileHandle",
      "fopen(", "getenv(", "Process(", "Thread", "contentsOfFile",
    ]
    #expect(!SourceTree.files("Sources/\(module)").isEmpty)
    #expect(hits(effects, in: "Sources/\(module)") == [])
  }

  /// Foundation is three times as large as all the rest of the program together.
  @Test func importFoundationOnlyWhereItHasNoEssentials() {
    let whole = SourceTree.files("Sources").flatMap { file in
      zip(file.code, ["", ""] + file.lines).compactMap { line, twoBefore in
        let module = line.text.split(separator: " ").last ?? ""
        guard line.text.contains("import "), module.hasPrefix("Foundation"),
          module != "FoundationEssentials"
        else { return String?.none }
        let isFallback = twoBefore.hasSuffix("import FoundationEssentials")
        return isFallback && module == "Foundation" ? nil : "\(file.path):\(line.number)"
      }
    }
    #expect(whole == [])
  }

  @Test func neverGiveUpOnTheUser() {
    #expect(hits(["fatalError(", "try!", "as!", "unowned(", "exit(1)"], in: "Sources") == [])
  }

  @Test func neverUnwrapByForce() {
    let forced = SourceTree.files("Sources").flatMap { file in
      file.code.filter { Self.unwraps(String($0.text)) }.map { "\(file.path):\($0.number)" }
    }
    #expect(forced == [])
  }

  @Test(arguments: [
    ("let a = b!", true), ("b!.c", true), ("c[0]!", true), ("f()! + 1", true),
    ("var x: Int!", true),
    ("a != b", false), ("!a && !b", false), ("\"wrong!\"", false), ("\"no\" + b!", true),
  ])
  func areReadForForcedUnwraps(line: String, isForced: Bool) {
    #expect(Self.unwraps(line) == isForced)
  }

  /// Whether a line of code has a `!` behind a value or a type.
  private static func unwraps(_ line: String) -> Bool {
    var (isQuoted, previous) = (false, Character(" "))
    let characters = Array(line)
    for (index, character) in characters.enumerated() {
      if character == "\"", previous != "\\" { isQuoted.toggle() }
      let isValue = previous.isLetter || previous.isNumber || "_)]\"".contains(previous)
      let isComparison = index + 1 < characters.count && characters[index + 1] == "="
      if character == "!", !isQuoted, isValue, !isComparison { return true }
      previous = character
    }
    return false
  }

  @Test func nameNoPathOfAMachine() {
    let folders = ["home", "Users", "tmp", "work", "root"].map { "\"/\($0)/" }
    #expect(hits(folders, in: "Sources") == [])
  }
}
