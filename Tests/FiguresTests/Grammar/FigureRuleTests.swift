import Figures
import Numerics
import Support
import Tables
import TestKit
import Testing

/// What no figure can break, and numbers that are known.
@Suite("Rules of figures", .limited)
struct FigureRuleTests {
  private func points(_ text: String) throws -> [PointMark] {
    try MadeTables.panel(text).marks.compactMap { mark in
      if case .point(let points) = mark { points } else { nil }
    }
  }

  private func bars(_ text: String) throws -> [BarMark] {
    try MadeTables.panel(text).marks.compactMap { mark in
      if case .bar(let bars) = mark { bars } else { nil }
    }
  }

  @Test func fitsOnABoundAreHollow() throws {
    let marks = try points(
      #"{"name": "f", "table": "fits", "mark": "point", "x": "v200", "y": "chi2_reduced"}"#)
    #expect(marks.map(\.isHollow) == [[false, false, true, false, false, false]])
  }

  @Test func pointsOfAFitOnABoundAreHollow() throws {
    let marks = try points(
      #"{"name": "f", "table": "curves", "mark": "point", "x": "radius", "y": "v_obs", "#
        + #""where": "galaxy == 'NGC2403'", "facet": "model"}"#)
    #expect(marks.flatMap(\.isHollow).allSatisfy { $0 })
    #expect(marks.flatMap(\.isHollow).count == 8)
  }

  /// Where fits vary with the grid, curves of the best of them know these alone.
  @Test func pointsOfABestFitOnABoundAreHollow() throws {
    let fits = MadeTables.fits
    let rows = Array(0..<fits.rowCount)
    let best = fits.keeping(rows, as: "best")
      .adding(ColumnSchema("chi2", "a number"), rows.map { 10 + Double($0) })
    let others = MadeTables.all.all.filter { $0.name != "fits" }
    let tables = TableSet(others + [best])
    let figure = #"{"figure": "rotation-curve", "galaxy": "NGC2403", "models": ["nfw"]}"#
    let scene = try #require(try MadeTables.scenes(figure, from: tables).first)
    let block = try #require(scene.blocks.first ?? nil)
    let points = block.panels.flatMap(\.marks).compactMap { mark in
      if case .point(let points) = mark { points } else { nil }
    }
    #expect(points.count == 2)
    #expect(points.flatMap(\.isHollow).allSatisfy { $0 })
    #expect(block.values.contains { $0.isDoubtful })
  }

  @Test func colourGoesWithSymbolAndDash() throws {
    let marks = try points(
      #"{"name": "f", "table": "fits", "mark": "point", "x": "v200", "y": "c200", "#
        + #""colour": "model"}"#)
    #expect(marks.map(\.paint) == Array(Paint.series.prefix(2)))
    #expect(marks.map(\.label) == ["NFW", "Burkert"])
  }

  @Test func barsStandOnZero() throws {
    let text = #"{"name": "f", "table": "fits", "mark": "bar", "x": "chi2_reduced", "bins": 3}"#
    let marks = try bars(text)
    #expect(marks.flatMap { zip($0.base, $0.isHollow) }.filter { !$0.1 }.allSatisfy { $0.0 == 0 })
    let panel = try MadeTables.panel(text)
    #expect(panel.y.domain.lowerBound == 0)
    #expect(marks.reduce(0.0) { $0 + zip($1.top, $1.base).reduce(0) { $0 + $1.0 - $1.1 } } == 6)
  }

  @Test func aMedianHasItsSpread() throws {
    let marks = try points(
      #"{"name": "f", "table": "curves", "mark": "point", "x": "radius", "y": "residual", "#
        + #""summary": "median", "bins": 2}"#)
    let mark = try #require(marks.first)
    // Four points a curve and bin: the residuals are −1, 0, 1 and half more for the second law.
    #expect(mark.y.count == 2)
    #expect(mark.yEnds.allSatisfy { $0 != nil })
    let values = MadeTables.all["curves"]?.values("residual") ?? []
    let radius = MadeTables.all["curves"]?.values("radius") ?? []
    let first = zip(values, radius).filter { $0.1 < 4.5 }.map(\.0)
    #expect(mark.y[0] == Statistics.median(first))
    #expect(mark.yEnds[0]?.lowerBound == Statistics.quantile(0.16, of: first))
    #expect(mark.yEnds[0]?.upperBound == Statistics.quantile(0.84, of: first))
  }

  @Test func resamplingIsTheSameEveryTime() throws {
    let text =
      #"{"name": "f", "table": "points", "mark": "point", "x": "g_bar", "y": "g_obs", "#
      + #""summary": "mean", "spread": "resampled", "bins": 3}"#
    #expect(try points(text).first?.yEnds == points(text).first?.yEnds)
    #expect(
      try points(text).first?.yEnds.contains {
        $0.map { $0.upperBound > $0.lowerBound }
          ?? false
      } == true)
  }

  @Test func countsWhatALogLeavesOut() throws {
    let request = try MadeTables.request(
      #"{"name": "f", "table": "curves", "mark": "point", "x": "radius", "y": "v_bulge", "#
        + #""scale": {"y": "log"}}"#)
    let (scenes, notes) = request.scenes(from: MadeTables.all, FigureFacts(run: ""))
    #expect(scenes.count == 1)
    #expect(notes == ["figure 'f': 32 rows are left out: v_bulge is not above zero"])
  }

  @Test func saysThatNoRowIsLeft() throws {
    let request = try MadeTables.request(
      #"{"name": "f", "table": "fits", "mark": "point", "x": "v200", "y": "c200", "#
        + #""where": "v200 < 0"}"#)
    let (scenes, notes) = request.scenes(from: MadeTables.all, FigureFacts(run: ""))
    #expect(scenes.isEmpty)
    #expect(notes == ["figure 'f' is not drawn: no row is left to draw"])
  }

  @Test(arguments: [
    ("v200", "*V*_{200} (km/s)"), ("log10(g_bar)", "log *g*_{bar} (m/s^{2})"),
    ("v_obs - v_model", "*V*_{obs} − *V*_{model} (km/s)"),
    ("log10(v_obs) - log10(v_model)", "log *V*_{obs} − log *V*_{model} (dex)"),
    ("v_obs / v_model", "*V*_{obs}/*V*_{model}"), ("v_obs^2", "*V*_{obs}^{2}"),
  ])
  func labelsHaveUnits(expression: String, label: String) throws {
    let table = expression.contains("g_") ? "points" : expression == "v200" ? "fits" : "curves"
    let panel = try MadeTables.panel(
      #"{"name": "f", "table": "\#(table)", "mark": "point", "x": "\#(expression)", "y": 1}"#)
    #expect(panel.x.label == label)
  }

  @Test func layersInheritWhatIsSaidAroundThem() throws {
    let panel = try MadeTables.panel(
      #"{"name": "f", "table": "fits", "where": "model == 'nfw'", "x": "v200", "y": "c200", "#
        + #""layers": [{"mark": "point"}, {"mark": "point", "where": "c200 > 5"}, "#
        + #"{"mark": "rule", "y": 3}, {"mark": "point", "table": "draws"}]}"#)
    let counts = panel.marks.map { mark -> Int in
      switch mark {
      case .point(let points): points.x.count
      default: -1
      }
    }
    #expect(counts == [3, 2, -1, 400])
  }

  @Test func facetsShareTheirScalesUnlessTold() throws {
    func domains(_ shared: Bool) throws -> [ClosedRange<Double>] {
      try MadeTables.scenes(
        #"{"name": "f", "table": "curves", "mark": "point", "x": "radius", "y": "v_obs", "#
          + #""facet": "galaxy", "shared": \#(shared)}"#
      )[0].blocks.compactMap { $0?.panels[0].y.domain }
    }
    #expect(try Set(domains(true)).count == 1)
    #expect(try Set(domains(false)).count == 3)
  }

  @Test func sharesRiseToOne() throws {
    let panel = try MadeTables.panel(
      #"{"name": "f", "table": "fits", "mark": "line", "x": "chi2_reduced", "summary": "share"}"#)
    guard case .line(let line)? = panel.marks.first else {
      Issue.record("no line")
      return
    }
    #expect(line.y.first == 0)
    #expect(line.y.last == 1)
    #expect(zip(line.x, line.x.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func aFunctionIsItself() throws {
    let panel = try MadeTables.panel(
      #"{"name": "f", "function": "x^2", "domain": {"x": [0, 4]}}"#)
    guard case .line(let line)? = panel.marks.first else {
      Issue.record("no line")
      return
    }
    #expect(line.x.first == 0 && line.x.last == 4)
    #expect(zip(line.x, line.y).allSatisfy { abs($0 * $0 - $1) < 1e-12 })
  }

  @Test func spreadsFewOverMany() throws {
    let panel = try MadeTables.panel(
      #"{"name": "f", "table": "fits", "mark": "point", "x": "v200", "y": "galaxy", "#
        + #""order": "-v200", "most": 2, "where": "model == 'burkert'"}"#)
    #expect(panel.y.scale == .words(["UGC02885", "DDO154"]))
  }

  @Test func theContourOfAHillIsClosed() throws {
    let panel = try MadeTables.panel(
      #"{"name": "f", "table": "scan", "mark": "line", "x": "upsilon_disk", "#
        + #""y": "upsilon_bulge", "colour": "loo_r2", "summary": "within", "within": 0.0005}"#)
    guard case .line(let line)? = panel.marks.first else {
      Issue.record("no line")
      return
    }
    #expect(line.x.count > 4)
    #expect(line.x.first == line.x.last && line.y.first == line.y.last)
  }
}
