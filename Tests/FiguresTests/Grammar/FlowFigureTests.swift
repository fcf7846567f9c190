import Figures
import Tables
import TestKit
import Testing

@Suite("Flow of cuts", .limited)
struct FlowFigureTests {
  private static let rules = ["points >= 5", "v_flat > 0"]

  /// 20 galaxies, of which the first rule drops 15 and the second none.
  private static let cuts = MadeTables.table(
    "cut_flow", keys: ["step"],
    [
      ColumnSchema("step", .integer, "order"), MadeTables.words("rule", rules),
      MadeTables.words("kind", ["points", "galaxies"]),
    ] + MadeTables.numbers("before", "dropped", "after"),
    [[1, 0, 1, 20, 15, 5], [2, 1, 1, 5, 0, 5]])

  private static let dropped = MadeTables.table(
    "dropped", keys: ["galaxy"],
    [
      MadeTables.words("galaxy", (0..<15).map { "UGC0000\($0)" }),
      MadeTables.words("rule", Array(rules.prefix(1))),
    ], (0..<15).map { [Double($0), 0] })

  private static let results = MadeTables.table(
    "optimal", keys: ["galaxy"],
    [
      MadeTables.words("galaxy", ["A", "B", "C", "D", "E"]),
      MadeTables.words("status", ["interior", "at_bound"]),
    ], [[0, 0], [1, 0], [2, 1], [3, 0], [4, 0]])

  private static func panel(_ tables: [Table]) throws -> Panel {
    try MadeTables.panel(#""flow""#, from: TableSet(tables))
  }

  private static func bars(_ panel: Panel) -> [BarMark] {
    panel.marks.compactMap { if case .bar(let bars) = $0 { bars } else { nil } }
  }

  @Test func beginsWithTheCatalogueAndWritesSymbols() throws {
    let panel = try Self.panel([Self.cuts])
    guard case .words(let words) = panel.y.scale else {
      Issue.record("no words")
      return
    }
    #expect(words == ["in the catalogue", "points ≥ 5", "*V*_{flat} > 0"])
    let bars = Self.bars(panel)
    #expect(bars.map(\.texts) == [["20"], ["5"], ["5"], ["−15"], ["none"]])
    #expect(bars.map(\.top) == [[20], [5], [5], [20], [5]])
    #expect(bars.map(\.isHollow) == [[false], [false], [false], [true], [true]])
  }

  @Test func aRuleThatDropsNoneIsQuiet() throws {
    let bars = Self.bars(try Self.panel([Self.cuts]))
    #expect(bars.map(\.opacity).prefix(3) == [0.72, 0.72, 0.3])
    #expect(bars.prefix(3).allSatisfy { $0.paint.tone == .ink })
  }

  @Test func namesWhatARuleDroppedAndCutsAfterAComma() throws {
    let scene = try #require(
      try MadeTables.scenes(#""flow""#, from: TableSet([Self.cuts, Self.dropped])).first)
    let texts = scene.blocks[0]?.panels[0].marks.compactMap { mark -> [String]? in
      if case .text(let text) = mark { text.texts } else { nil }
    }
    #expect(texts?.count == 1)
    #expect(texts?.first?.first?.hasPrefix("UGC00000, UGC00001, ") == true)
    #expect(texts?.first?.first?.hasSuffix("UGC000014") == true)
    let drawing = scene.drawn()
    #expect(drawing.faults == [])
    #expect(drawing.svg.contains(", …</"))
    #expect(!drawing.svg.contains("UGC000014"))
  }

  @Test func saysAtTheEndHowResultsCameOut() throws {
    let panel = try Self.panel([Self.cuts, Self.dropped, Self.results])
    let bars = Self.bars(panel).suffix(2)
    #expect(bars.map(\.label) == ["interior 4", "at bound 1"])
    #expect(bars.map(\.base) == [[0], [4]])
    #expect(bars.map(\.top) == [[4], [5]])
    #expect(bars.map(\.isHollow) == [[false], [true]])
  }
}
