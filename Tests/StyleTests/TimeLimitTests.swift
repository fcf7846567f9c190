import TestKit
import Testing

@Suite("Tests", .limited)
struct TimeLimitTests {
  /// The suites without a limit of time, as `path: declaration`.
  private static func unlimited(_ files: [SourceTree.File]) -> [String] {
    files.flatMap { file in
      file.text.ranges(of: "@Suite").compactMap { found in
        let declaration = file.text[found.lowerBound...].prefix { $0 != "{" }
        let isCode = file.text[..<found.lowerBound].last.map { $0 == "\n" || $0 == " " } ?? true
        return !isCode || declaration.contains(".limited") ? nil : "\(file.path): \(declaration)"
      }
    }
  }

  @Test func haveALimitOfTime() {
    let files = SourceTree.files("Tests")
    #expect(Self.unlimited(files) == [], "add '.limited' of TestKit")
    #expect(
      files.filter { $0.text.contains("  @Test") && !$0.text.contains("@Suite") }.map(\.path) == [],
      "a test outside of a suite has no limit")
  }

  @Test(arguments: [
    ("@Suite(\"A\", .limited)\nstruct A {}", true), ("@Suite(\"A\")\nstruct A {}", false),
    ("@Suite(\n  \"A\", .limited(minutes: 9), .serialized)\nstruct A {}", true),
    ("@Suite struct A { let limit = \".limited\" }", false),
  ])
  func areReadForTheirLimit(text: String, isLimited: Bool) {
    #expect(Self.unlimited([SourceTree.File(path: "A.swift", text: text)]).isEmpty == isLimited)
  }

  /// `Process` waits for ever for a child that never ends, and `ChildProgram` does not.
  @Test func waitForNoProcessWithoutALimit() {
    let endless = SourceTree.files("Tests").flatMap { file in
      file.code.filter { $0.text.contains("= Process" + "(") }.map { "\(file.path):\($0.number)" }
    }
    #expect(endless == [])
  }
}
