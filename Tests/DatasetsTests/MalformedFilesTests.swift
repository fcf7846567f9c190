import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("A malformed file", .limited)
struct MalformedFilesTests {
  static let cases =
    FormatCase.text + FormatCase.values + FormatCase.rotmod + FormatCase.tables
    + FormatCase.densities

  @Test(arguments: cases)
  func isRefusedWithEveryMistakeAtItsPlace(_ example: FormatCase) throws {
    let (found, marked) = try example.diagnostics()
    #expect(found.map(\.message) == example.messages)
    let places = Set(found.compactMap(\.place).map(spelled))
    #expect(places == Set(marked.flatMap(\.places).map(spelled)))
  }

  private func spelled(_ place: Place) -> String {
    "\(place.source.name), bytes \(place.span)"
  }

  @Test func isShownWithLineColumnAndAdvice() throws {
    let example = FormatCase(
      "", points: "# mine\ngalaxy,radius,v_obs,e_v_obs,v_gas,v_disk,⟨v_bulg⟩\nA,1,2,3,4,5,6\n", "")
    #expect(
      try example.diagnostics().found.map(\.rendered) == [
        """
        points.csv:2:42: error: unknown column 'v_bulg'
         2 | galaxy,radius,v_obs,e_v_obs,v_gas,v_disk,v_bulg
           |                                          ^~~~~~
        help: did you mean 'v_bulge'?
        """
      ])
  }

  @Test func namesTheFirstLineOfADuplicate() throws {
    let example = FormatCase("", catalogue: "galaxy,distance\nA,1\nB,2\nA,2\n", "")
    let found = try example.diagnostics().found
    #expect(found.map(\.help) == ["it stands first at line 2"])
    let curves = FormatCase(
      "", points: Fixtures.points("A,1,2,3,4,5\nB,1,2,3,4,5\nA,2,2,3,4,5"), "")
    #expect(try curves.diagnostics().found.map(\.help) == ["other rows of it end at line 2"])
  }

  @Test func isNotToldMoreThanTwentyTimes() throws {
    let rows = (1...30).map { "A,\($0),x,3,4,5" }.joined(separator: "\n")
    let found = try FormatCase("", points: Fixtures.points(rows), "").diagnostics().found
    #expect(found.count == Mistakes.told + 1)
    #expect(found.last?.message == "and 10 more mistakes in points.csv")
  }

  @Test func isRefusedWhenItIsNotUTF8() throws {
    let report = InputReport()
    let bytes = Array("galaxy,radius\nCaf".utf8) + [0xe9] + Array(",1\n".utf8)
    let source = SourceText(name: "latin1.csv", bytes: bytes)
    _ = DatasetReaders.read(
      DatasetFiles([("points", source)]), as: try #require(DatasetReaders.reader(named: "csv")),
      report)
    #expect(report.diagnostics.map(\.message) == ["the file is not text"])
    #expect(report.diagnostics.first?.place?.location.line == 2)
    #expect(report.diagnostics.first?.place?.location.column == 4)
  }

  @Test func isRefusedWhenItsLastRowIsCutInANumber() throws {
    let text = Fixtures.goodCurves.dropLast(3)
    let found = try FormatCase("", sparc: Fixtures.goodSample, curves: String(text), [])
      .diagnostics().found
    #expect(
      found.map(\.message) == ["the last row is shorter than all others and has no line end"])
    #expect(found.first?.place?.location.line == 22)
  }
}
