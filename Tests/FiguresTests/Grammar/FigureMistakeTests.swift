import Figures
import Support
import Tables
import TestKit
import Testing

/// Wrong figures are told at their places before anything runs.
@Suite("Mistakes in figures", .limited)
struct FigureMistakeTests {
  private static let fits = #""name": "f", "table": "fits""#

  @Test(
    arguments: [
      (#"⟨"rotation-curv"⟩"#, "unknown figure 'rotation-curv'", "did you mean 'rotation-curve'?"),
      (#"{"figure": ⟨"galery"⟩}"#, "unknown figure 'galery'", "did you mean 'gallery'?"),
      (
        #"{"figure": "gallery", ⟨"modell"⟩: "nfw"}"#, "unknown key 'modell'",
        "did you mean 'model'?"
      ),
      (
        #"{"figure": "rotation-curve", "galaxy": ⟨"DDO155"⟩}"#, "unknown galaxy 'DDO155'",
        "did you mean 'DDO154'?"
      ),
      (
        #"{"figure": "rotation-curve", "models": ["nfw", ⟨"burkart"⟩]}"#, "unknown model 'burkart'",
        "did you mean 'burkert'?"
      ),
      (
        #"{"name": "f", "table": ⟨"curve"⟩, "mark": "point", "x": "a", "y": "b"}"#,
        "the figure needs table 'curve', which the spec does not make", "did you mean 'curves'?"
      ),
      (
        #"{\#(fits), "mark": "point", "x": "⟨v20⟩", "y": "c200"}"#, "unknown column 'v20'",
        "did you mean 'v200'?"
      ),
      (
        #"{\#(fits), "mark": ⟨"pont"⟩, "x": "v200", "y": "c200"}"#, "unknown mark 'pont'",
        "did you mean 'point'?"
      ),
      (#"{\#(fits), "mark": ⟨"point"⟩, "x": "v200"}"#, "mark 'point' needs 'y'", ""),
      (
        #"{\#(fits), "mark": ⟨"cell"⟩, "x": "v200", "y": "c200"}"#, "mark 'cell' needs 'colour'", ""
      ),
      (
        #"{\#(fits), "mark": "line", "x": "v200", "y": ⟨["c200", 3]⟩}"#,
        "mark 'line' takes one value as 'y', not two", "a band goes from one to the other"
      ),
      (
        #"{\#(fits), "mark": "band", "x": "v200", "y": ⟨"c200"⟩}"#,
        "mark 'band' needs two values as 'y', from one to the other",
        #"write "y": ["low", "high"]"#
      ),
      (
        #"{\#(fits), "mark": ⟨"bar"⟩, "x": "galaxy", "y": "v200", "scale": {"y": "log"}}"#,
        "bars start at zero, which a log axis does not have", "draw points, or make the axis linear"
      ),
      (
        #"{\#(fits), "mark": ⟨"bar"⟩, "x": "v200", "bins": 5, "scale": {"y": "log"}}"#,
        "bars start at zero, which a log axis does not have", "draw points, or make the axis linear"
      ),
      (
        #"{\#(fits), "mark": "bar", "x": "v200", "summary": ⟨"median"⟩}"#,
        "mark 'bar' cannot show 'median'", "it is shown by point, line, band, rule"
      ),
      (
        #"{\#(fits), "mark": ⟨"rule"⟩, "x": "v200"}"#, "mark 'rule' stands at a number",
        #"write "y": 0, or a summary such as "median""#
      ),
      (
        #"{\#(fits), "mark": "point", "x": "⟨v200 > 3⟩", "y": "c200"}"#,
        "a channel shows numbers or words, not conditions", ""
      ),
      (
        #"{\#(fits), "function": "⟨r⟩ + 1"}"#, "unknown name 'r'", "did you mean 'x'?"
      ),
      (
        #"{\#(fits), "mark": "point", "x": "v200", "y": "c200", "domain": {"x": ⟨[3, 1]⟩}}"#,
        "a domain goes from the smaller to the larger end", ""
      ),
      (
        #"{\#(fits), "mark": "bar", "x": "v200", "bins": ⟨[1, 3, 2]⟩}"#,
        "edges of bins rise from one to the next", ""
      ),
      (#"⟨{⟩"table": "fits", "mark": "point", "x": 1, "y": 1}"#, "missing key 'name'", nil),
      (#"⟨3⟩"#, "expected a figure, not a number", ""),
      (
        #"⟨{\#(fits), "x": "v200", "y": "c200"}⟩"#, "the figure does not say its mark", nil
      ),
      (
        #"⟨{\#(fits), "mark": "point", "x": 1, "y": 2, "panels": [{}], "layers": [{}]}⟩"#,
        "'panels' and 'layers' stand beside each other", "put the layers into the panels"
      ),
    ] as [(String, String, String?)])
  func tellsThePlace(figure: String, message: String, advice: String?) throws {
    let marked = MarkedText(figure, name: "figure")
    let report = InputReport()
    let node = try #require(JSONParser.parse(marked.source, report))
    let schemas = MadeTables.all.schemas
    FigureRequest.type.read(node, report)?.check(schemas, kept: schemas, report)
    #expect(report.messages == [message])
    #expect(report.places == marked.places)
    if let advice { #expect(report.advice == [advice]) }
  }

  @Test func refusesFortyColours() throws {
    let words = (0..<40).map { "g\($0)" }
    let table = MadeTables.table(
      "many", keys: ["galaxy"], [MadeTables.words("galaxy", words)] + MadeTables.numbers("v", "w"),
      words.indices.map { [Double($0), Double($0), 1] })
    let text = #"{"name": "f", "table": "many", "mark": "point", "x": "v", "y": "w", "#
    let schemas = TableSet([table]).schemas
    let report = InputReport()
    try MadeTables.request(text + #""colour": "galaxy"}"#).check(schemas, kept: schemas, report)
    #expect(
      report.messages == ["channel 'colour' tells 8 values apart at most, and 'galaxy' has 40"])
    let later = try MadeTables.request(text + #""symbol": "v"}"#)
      .scenes(from: TableSet([table]), FigureFacts(run: ""))
    #expect(later.scenes.isEmpty)
    #expect(
      later.notes == [
        "figure 'f' is not drawn: channel 'symbol' tells 8 values apart at most, and there are 40"
      ])
  }

  @Test func refusesTenThousandFacets() throws {
    let words = (0..<10_001).map { "g\($0)" }
    let table = MadeTables.table(
      "many", keys: ["galaxy"], [MadeTables.words("galaxy", words)] + MadeTables.numbers("v"),
      words.indices.map { [Double($0), 1] })
    let schemas = TableSet([table]).schemas
    let report = InputReport()
    try MadeTables.request(
      #"{"name": "f", "table": "many", "mark": "point", "x": "v", "y": "v", "facet": "galaxy"}"#
    ).check(schemas, kept: schemas, report)
    #expect(
      report.messages == ["'facet' tells 10,001 words apart, and there may be 10,000 at most"])
  }

  @Test func refusesTwoFiguresOfOneName() throws {
    let marked = MarkedText(#"["rar", ⟨{"figure": "flow", "name": "RAR"}⟩]"#)
    let report = InputReport()
    let node = try #require(JSONParser.parse(marked.source, report))
    _ = FigureRequest.type.list.distinctFigures.read(node, report)
    #expect(
      report.messages == [
        "there is a figure 'RAR' already, and files differ in more than case"
      ])
    #expect(report.places == marked.places)
  }
}
