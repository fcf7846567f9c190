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
  }

  @Test func isToldOnceForManyRows() throws {
    let rows = (1...30).map { "A,\($0),x\($0),3,4,5" }.joined(separator: "\n")
    let found = try FormatCase("", points: Fixtures.points(rows), "").diagnostics().found
    #expect(
      found.map(\.message) == ["'v_obs' must be a number, not 'x1' (and so in 29 more places)"])
    #expect(found.first?.count == 30 && found.first?.place?.location.line == 2)
    let few = (1...3).map { "A,\($0),x\($0),3,4,5" }.joined(separator: "\n")
    #expect(try FormatCase("", points: Fixtures.points(few), "").diagnostics().found.count == 3)
  }

  @Test(arguments: [20, 175])
  func isToldOnceForManyFiles(count: Int) throws {
    let report = InputReport()
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 622\n"
    _ = DatasetReaders.read(
      DatasetFiles(
        (0..<count).map { ("curves", SourceText(name: "G\($0)_rotmod.dat", text: pointer)) }),
      as: try #require(DatasetReaders.reader(named: "rotmod")), report)
    #expect(
      report.messages == [
        "this is a pointer of Git LFS, not the file itself (and so in \(count - 1) more files)"
      ])
  }

  @Test func isToldOnceForManyRowsOfManyFiles() throws {
    let report = InputReport()
    let text = Fixtures.rotmod("1 x 3 4 5 6 7 8\n2 x 3 4 5 6 7 8")
    _ = DatasetReaders.read(
      DatasetFiles((0..<4).map { ("curves", SourceText(name: "\($0)_rotmod.dat", text: text)) }),
      as: try #require(DatasetReaders.reader(named: "rotmod")), report)
    #expect(
      report.messages == ["'Vobs' must be a number, not 'x' (and so in 7 more places of 4 files)"])
  }

  /// A header that does not fit makes every row wrong.
  @Test func saysNothingOfRowsUnderAHeaderThatDoesNotFit() throws {
    let rotmod = FormatCase(
      "", rotmod: "# Distance = 4 Mpc\n# Rad Vobs Vgas Vdisk\nx 2 3\ny 2 3 4\n", messages: "")
    #expect(try rotmod.diagnostics().found.map(\.message) == ["missing column 'errV'"])
    let points = FormatCase("", points: "galaxy,radius,v_obs,e_v_obs,v_gas\nA,x,y,z,1\nA,1\n", "")
    #expect(try points.diagnostics().found.map(\.message) == ["missing column 'v_disk'"])
  }

  @Test func isToldInOneMessageWhereANameIsWrong() throws {
    let example = FormatCase(
      "", points: "galaxy,radius,⟨v_ob⟩,e_v_obs,v_gas,v_disk\nA,1,2,3,4,5\n", "")
    let found = try example.diagnostics().found
    #expect(found.map(\.message) == ["column 'v_ob' where 'v_obs' is missing"])
    #expect(found.map(\.help) == ["did you mean 'v_obs'?"])
  }

  @Test func isAdvisedOfTheNamesOfOthers() throws {
    let example = FormatCase(
      "", points: "galaxy,Rad_kpc,Vobs_km/s,errV,Vgas,Vdisk\nA,1,2,3,4,5\n", "")
    #expect(
      try example.diagnostics().found.map(\.help) == [
        #"format "table" maps it: "columns": {"radius": "Rad_kpc"}"#,
        #"format "table" maps it: "columns": {"v_obs": "Vobs_km/s"}"#,
        #"format "table" maps it: "columns": {"e_v_obs": "errV"}"#,
        "did you mean 'v_gas'?", "did you mean 'v_disk'?",
      ])
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
