import Support
import TestKit
import Testing

@Suite("Source text", .limited)
struct SourceTextTests {
  @Test func countsLinesAndColumnsFromOne() {
    let source = SourceText(name: "x", text: "ab\r\né\n\nz")
    #expect(source.lineCount == 4)
    #expect(source.line(1) == "ab")
    #expect(source.line(2) == "é")
    #expect(source.line(3) == "")
    #expect(source.location(of: 0) == .init(line: 1, column: 1))
    #expect(source.location(of: 4) == .init(line: 2, column: 1))
    #expect(source.location(of: 6) == .init(line: 2, column: 2))
    #expect(source.location(of: 99) == .init(line: 4, column: 2))
  }

  @Test func findsPlacesInAnyOrder() {
    let text = "é1\u{301}2\r\nx\u{308}yz\n\n😀😀q"
    let source = SourceText(name: "x", text: text)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let offset = Int.random(in: 0...source.bytes.count, using: &generator)
      #expect(source.location(of: offset) == SourceText(name: "x", text: text).location(of: offset))
      #expect(source.line(of: offset) == source.location(of: offset).line)
    }
  }

  @Test func doesNotCountAFinalLineEnd() {
    #expect(SourceText(name: "x", text: "a\n").lineCount == 1)
    #expect(SourceText(name: "x", text: "").lineCount == 0)
    #expect(SourceText(name: "x", text: "").location(of: 0) == .init(line: 1, column: 1))
  }
}

@Suite("Nearest word", .limited)
struct NearestTests {
  static let names = ["upsilon_disk", "upsilon_bulge", "limit", "v_flat", "k"]

  @Test(arguments: [
    ("upsilon_dsik", "upsilon_disk"), ("limti", "limit"), ("LIMIT", "limit"), ("vflat", "v_flat"),
    ("upsilon_bulg", "upsilon_bulge"),
  ])
  func findsTheWordThatIsMeant(_ example: (word: String, meant: String)) {
    #expect(Self.names.nearest(to: example.word) == example.meant)
    #expect(Self.names.advice(for: example.word) == "did you mean '\(example.meant)'?")
  }

  @Test(arguments: ["hubble_type", "", "distance"])
  func doesNotGuessWildly(_ word: String) {
    #expect(["upsilon_disk", "limit"].nearest(to: word) == nil)
  }

  @Test func doesNotCompareWhatIsNoWord() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect([long].nearest(to: long) == nil)
    #expect(["a"].nearest(to: long) == nil)
    #expect([long, "limit"].nearest(to: "limti") == "limit")
    let many = (0..<100_000).map { "name\($0)" }
    let near = many.nearest(to: "nmae777")
    #expect(near == "name777")
  }

  @Test func listsTheChoicesOtherwise() {
    #expect(["a1", "b2"].advice(for: "zzzzzz") == "choose from a1, b2")
    #expect([String]().advice(for: "z") == "there is none to choose from")
    let many = (10..<40).map { "name\($0)" }
    #expect(many.advice(for: "zzzzzzzzz").hasSuffix("name21, … (30 in all)"))
  }
}
