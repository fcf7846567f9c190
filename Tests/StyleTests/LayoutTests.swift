import TestKit
import Testing

@Suite("Layout", .limited)
struct LayoutTests {
  @Test func hasNoLongFiles() {
    let sources = SourceTree.files("Sources").filter { $0.lines.count > 300 }
    let tests = SourceTree.files("Tests").filter { $0.lines.count > 400 }
    #expect((sources + tests).map(\.path) == [])
  }

  /// The linter passes over comments and texts in quotes.
  @Test(arguments: SourceTree.folders("Sources"))
  func hasNoWideLines(module: String) {
    let wide = SourceTree.files("Sources/\(module)").flatMap { file in
      file.lines.enumerated().filter { $0.element.count > 100 }
        .map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(wide == [])
  }

  /// Specs in quotes may be wider in tests.
  @Test func hasNoWideCommentsInTests() {
    let wide = SourceTree.files("Tests").flatMap { file in
      file.lines.enumerated()
        .filter { $0.element.count > 100 && $0.element.drop { $0 == " " }.hasPrefix("//") }
        .map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(wide == [])
  }

  @Test func hasNoDrawers() {
    let drawers = ["Utilities", "Helpers", "Common", "Extensions", "Misc", "Util"]
    let found = (SourceTree.files("Sources") + SourceTree.files("Tests")).filter { file in
      file.path.split(separator: "/").contains { part in
        drawers.contains { part == $0 || part == "\($0).swift" }
      }
    }
    #expect(found.map(\.path) == [])
  }

  @Test func hasOnlyTheAgreedFilesAtTheTop() {
    let agreed = [
      "Package.swift", "Sources", "Tests", "experiments", "data", "runs", "README.md",
      "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", ".ci", ".gitignore", ".swift-format",
    ]
    let ignored = [".git", ".build", ".DS_Store", ".swiftpm", "Package.resolved"]
    #expect(SourceTree.top.filter { !(agreed + ignored).contains($0) } == [])
    #expect(agreed.filter { !SourceTree.top.contains($0) } == [])
  }
}
