import Foundation
import TestKit
import Testing
import upsilon_house

/// What the book names is there.
@Suite("The book", .limited)
struct BookTests {
  /// Every type that a source declares.
  private static let declared = Set(
    (SourceTree.files("Sources") + SourceTree.files("Tests")).flatMap { file in
      file.text.matches(of: /(?:struct|enum|class|protocol|typealias|actor) ([A-Z][A-Za-z0-9]*)/)
        .map { String($0.1) }
    })

  /// Modules are named like types.
  private static let modules = Set(SourceTree.folders("Sources"))

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(SourceTree.root)/\(path)")
  }

  @Test func hasPages() {
    #expect(BookPage.book.count > 30)
    #expect(BookPage.all.flatMap(\.files).count > 100)
    #expect(BookPage.all.flatMap(\.types).count > 100)
  }

  @Test(arguments: BookPage.all)
  func namesFilesThatExist(page: BookPage) {
    #expect(page.files.filter { !Self.exists($0) } == [])
    #expect(page.paths.filter { !Self.exists($0) } == [])
  }

  @Test(arguments: BookPage.all.filter { !$0.isMade })
  func namesTypesThatExist(page: BookPage) {
    #expect(page.types.filter { !Self.declared.union(Self.modules).contains($0) } == [])
  }

  @Test(arguments: BookPage.book)
  func pointsToPagesThatExist(page: BookPage) {
    #expect(page.links.filter { link in !BookPage.book.contains { $0.name == link } } == [])
  }

  @Test func hasEveryPageInItsContents() throws {
    let contents = try #require(BookPage.book.first { $0.name == "Upsilon" })
    let pages = BookPage.book.map(\.name).filter { $0 != "Upsilon" }
    #expect(pages.filter { !contents.links.contains($0) } == [])
  }

  /// The module `upsilon-bench` has the page `UpsilonBenchModule`.
  @Test(arguments: SourceTree.folders("Sources"))
  func hasAPageThatTellsTheFoldersOfAModule(module: String) throws {
    let words = module.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let name = words.joined() + "Module"
    let page = try #require(BookPage.book.first { $0.name == name }, "no page \(name)")
    let folders = SourceTree.folders("Sources/\(module)").map { "Sources/\(module)/\($0)" }
    #expect(folders.filter { !page.files.contains($0) } == [])
    #expect(page.text.contains("### What it promises"))
    #expect(page.text.contains("### What it leaves to others"))
  }

  @Test func showsTheHouseAsItIs() throws {
    let house = try UpsilonHouse.house(at: SourceTree.root)
    let picture = Golden(source: "\(BookPage.folder)/Resources/house.svg")
    #expect(picture.difference(from: HousePicture.svg(house)) == nil)
  }

  /// Examples show the quickstart as it comes out now.
  @Test func showsTheQuickstartUnderItsIdentity() throws {
    let lock = try String(
      contentsOfFile: "\(SourceTree.root)/experiments/quickstart.json.lock", encoding: .utf8)
    let identity = try #require(lock.firstMatch(of: /\nidentity  ([0-9a-f]{12})/)).1
    let shown = BookPage.all.flatMap { page in
      page.text.matches(of: /quickstart(?:-| · )([0-9a-f]{12})/).map(\.1)
    }
    #expect(shown.count > 5)
    #expect(Set(shown) == [identity])
  }

  @Test func keepsTheFirstPageShort() throws {
    let first = try #require(BookPage.all.first { $0.path == "README.md" })
    #expect(first.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
    for command in ["swift run -c release upsilon run experiments/quickstart.json", "swift test"] {
      #expect(first.text.contains("\n\(command)\n"))
    }
  }
}
