import TestKit
import Testing
import upsilon

/// The pages of the book that are made from declarations.
@Suite("The reference", .limited)
struct ReferenceTests {
  static let pages = ReferencePages.all(verbs: Upsilon.catalogue)

  @Test func hasPagesOfTheirOwnNames() {
    #expect(Self.pages.count > 6)
    #expect(Set(Self.pages.map(\.name)).count == Self.pages.count)
  }

  @Test(arguments: pages)
  func saysWhatIsDeclared(page: ReferencePage) {
    let file = Golden(source: "Sources/upsilon/Upsilon.docc/Reference/\(page.name).md")
    #expect(file.difference(from: page.markdown) == nil)
  }

  @Test(arguments: [
    ("a * b", "a \\* b"), ("<name>", "\\<name\\>"), ("`<name>` *", "`<name>` \\*"),
    ("|V|V", "\\|V\\|V"), ("r_disk", "r_disk"), ("plain", "plain"),
  ])
  func spellsMarksAsTheyAre(text: String, spelled: String) {
    #expect(MarkdownText.escaped(text) == spelled)
  }

  @Test func keepsBarsInCellsEvenInCode() {
    #expect(MarkdownText.cell("`a|b` | c") == "`a\\|b` \\| c")
  }
}
