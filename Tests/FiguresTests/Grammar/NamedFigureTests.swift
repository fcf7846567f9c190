import Figures
import Support
import Tables
import TestKit
import Testing

@Suite("Named figures", .limited)
struct NamedFigureTests {
  @Test(arguments: FigureCatalogue.words)
  func drawsTheSameBytesAsWhatItStandsFor(word: String) throws {
    let request = try MadeTables.request("\"\(word)\"")
    let report = InputReport()
    let tables = Self.tables(for: word)
    request.check(tables.schemas, kept: tables.schemas, report)
    #expect(report.diagnostics.map(\.rendered) == [])
    let expansion = try #require(request.expansion(tables.schemas, report))
    let text = String(decoding: expansion.readableBytes, as: UTF8.self)
    let copy = try MadeTables.request(text)
    let facts = FigureFacts(run: "run")
    let (scenes, notes) = request.scenes(from: tables, facts)
    #expect(notes == [])
    #expect(!scenes.isEmpty)
    let drawings = scenes.map { $0.drawn() }
    #expect(drawings.map(\.svg) == copy.scenes(from: tables, facts).scenes.map { $0.drawn().svg })
    #expect(drawings.flatMap(\.faults) == [])
    #expect(drawings.allSatisfy { XMLCheck.fault(in: $0.svg) == nil })
    #expect(Set(scenes.map(\.id)).count == scenes.count)
  }

  /// Laws on one set of points are refused where each moves them.
  private static func tables(for word: String) -> TableSet { MadeTables.all }

  @Test(arguments: FigureCatalogue.words.filter { !["btfr", "flow"].contains($0) })
  func tellsWhatIsMissing(word: String) throws {
    let request = try MadeTables.request("\"\(word)\"")
    let schemas = TableSet([MadeTables.catalogue, MadeTables.cuts]).schemas
    let report = InputReport()
    request.check(schemas, kept: schemas, report)
    #expect(report.hasErrors)
    #expect(report.places.allSatisfy { $0 == request.place })
    #expect(request.scenes(from: TableSet([]), FigureFacts(run: "")).scenes.isEmpty)
  }

  @Test func drawsOneFigureForEachGalaxy() throws {
    let scenes = try MadeTables.scenes(#""rotation-curve""#)
    #expect(
      scenes.map(\.id) == [
        "rotation-curve-ddo154", "rotation-curve-ngc2403", "rotation-curve-ugc02885",
      ])
    #expect(scenes.allSatisfy { $0.blocks.count == 2 })
    let one = try MadeTables.scenes(
      #"{"figure": "rotation-curve", "galaxy": "NGC2403", "models": ["burkert"]}"#)
    #expect(one.map(\.id) == ["rotation-curve-ngc2403"])
    #expect(one.first?.blocks.count == 1)
  }

  @Test func drawsABulgeOnlyWhereThereIsOne() throws {
    func labels(_ galaxy: String) throws -> [String] {
      let text = #"{"figure": "rotation-curve", "galaxy": "\#(galaxy)", "models": ["nfw"]}"#
      return try MadeTables.panel(text).marks.compactMap { mark in
        if case .line(let line) = mark { line.label } else { nil }
      }
    }
    #expect(try labels("DDO154") == ["gas", "disk", "halo", "total"])
    #expect(try labels("UGC02885") == ["gas", "bulge", "disk", "halo", "total"])
  }

  @Test func saysFittedValuesAndTheirBounds() throws {
    let scene = try #require(
      try MadeTables.scenes(#"{"figure": "rotation-curve", "galaxy": "NGC2403"}"#).first)
    let values = scene.blocks.map { $0?.values.map(\.text) ?? [] }
    #expect(values[0] == ["*V*_{200} = 100 km/s", "*c*_{200} = 1.00, at its lower bound"])
    #expect(values[1] == ["*V*_{200} = 100.0 ± 3.0 km/s", "*c*_{200} = 10.00 ± 0.40"])
    #expect(scene.blocks[0]?.values.map(\.isDoubtful) == [false, true])
    #expect(scene.blocks[0]?.head.first?.right.first?.text == "χ^{2}_{ν} = 2.50")
  }

  @Test func ordersLawsAsTheyAreNamed() throws {
    let scene = try #require(
      try MadeTables.scenes(
        #"{"figure": "rotation-curve", "galaxy": "DDO154", "models": ["burkert", "nfw"]}"#
      ).first)
    #expect(scene.blocks.map { $0?.head.first?.left.first?.text } == ["Burkert", "NFW"])
  }

  @Test func stripsOfLawsBeginWithTheBest() throws {
    let scene = try #require(
      try MadeTables.scenes(#"{"figure": "rotation-laws", "galaxy": "DDO154"}"#).first)
    let captions = scene.blocks[0]?.panels.map { $0.captions.map(\.text) }
    #expect(captions == [[], ["Burkert, χ^{2}_{ν} = 1.10"], ["NFW, χ^{2}_{ν} = 1.50"]])
  }

  @Test func marksTheBestCellAndTheEndOfTheGrid() throws {
    let panel = try MadeTables.panel(#""sensitivity""#)
    #expect(panel.key.map(\.text).first == "best cell")
    #expect(panel.key.map(\.detail).first == "0.9398")
    #expect(panel.colourBar?.mark.map { abs($0 - 0.9348) < 1e-9 } == true)
    let sides = panel.marks.compactMap { mark -> RuleMark.Side? in
      if case .rule(let rule) = mark, case .edge(let side, _) = rule.place { side } else { nil }
    }
    #expect(Set(sides.map { "\($0)" }).isSuperset(of: ["right", "top", "bottom"]))
  }

  @Test func countsGalaxiesOnEachSide() throws {
    let panel = try MadeTables.panel(#""delta-bic""#)
    #expect(panel.captions.map(\.text) == ["NFW 1", "1 within 2", "Burkert 1"])
    let hollow = panel.marks.compactMap { mark -> [Bool]? in
      if case .bar(let bar) = mark { bar.isHollow } else { nil }
    }
    #expect(hollow == [[false], [false], [true]])
  }
}
