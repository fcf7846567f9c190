import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("The user's own columns of a catalogue", .limited)
struct OwnColumnsTests {
  private static let points = """
    galaxy,radius,v_obs,e_v_obs,v_gas,v_disk
    A,1,10,1,0,5
    B,1,10,1,0,5
    C,1,10,1,0,5

    """

  private static func read(
    _ catalogue: String, _ mapping: TableMapping = TableMapping(), as format: String = "csv"
  ) throws -> (reading: DatasetReading, report: InputReport) {
    let report = InputReport()
    let settings = TableSettings(catalogue: CatalogueSettings("catalogue.csv", mapping))
    let files = DatasetFiles(
      [
        ("points", SourceText(name: "points.csv", text: points)),
        ("catalogue", SourceText(name: "catalogue.csv", text: catalogue)),
      ], settings)
    let reader = try #require(DatasetReaders.reader(named: format))
    return (DatasetReaders.read(files, as: reader, report), report)
  }

  @Test(arguments: ["csv", "table"])
  func areNumbersOrWordsWithTheirUnits(format: String) throws {
    let (reading, report) = try Self.read(
      """
      galaxy,g_r,distance,members,RA [deg],environment,empty
      A,0.5,1,3,10,field,
      B,nan,2,12,20.5,"Ursa Major",
      C,-1e-1,3,,,,

      """, as: format)
    #expect(report.messages == [])
    let columns = try #require(reading.galaxies.first).own.columns
    #expect(
      columns == [
        OwnColumn("g_r", .number), OwnColumn("members", .wholeNumber),
        OwnColumn("RA", .number, unit: "deg"),
        OwnColumn("environment", .word(["field", "Ursa Major"])),
        OwnColumn("empty", .wholeNumber),
      ])
    let texts = reading.galaxies.map { $0.own.values.map { $0.isNaN ? "-" : "\($0)" } }
    #expect(
      texts == [
        ["0.5", "3.0", "10.0", "0.0", "-"], ["-", "12.0", "20.5", "1.0", "-"],
        ["-0.1", "-", "-", "-", "-"],
      ])
    #expect(
      reading.notes.contains(
        "catalogue: 5 further columns can be used by name: g_r, members, RA (deg), "
          + "environment (words), empty"))
  }

  @Test func areNamedByAMapping() throws {
    let mapping = TableMapping(
      form: TextTableForm(missing: ["-999"]),
      columns: [
        MappedColumn("bv", .text("B-V"), unit: "mag"),
        MappedColumn("twice", .text("2 * `B-V`")), MappedColumn("my_status", .text("status")),
        MappedColumn("source", .word("here")),
      ])
    let (reading, report) = try Self.read(
      "galaxy,B-V,status,survey id\nA,1,x,q\nB,-999.0,y,r\nC,0.5,x,s\n", mapping)
    #expect(report.messages == [])
    let columns = try #require(reading.galaxies.first).own.columns
    #expect(columns.map(\.name) == ["bv", "twice", "my_status", "source"])
    #expect(columns[0] == OwnColumn("bv", .number, unit: "mag"))
    #expect(reading.galaxies[2].own.values == [0.5, 1, 0, 0])
    #expect(reading.galaxies[1].own.values[0].isNaN)
    #expect(reading.notes.contains("catalogue: 'survey id' is passed over"))
  }

  static let refused: [(header: String, messages: [String])] = [
    ("status", ["'status' is a name of the program's own"]),
    ("points", ["'points' follows from the curve"]),
    ("v_model", ["'v_model' is a name of the program's own"]),
    ("e_omega", ["'e_omega' is a name of the program's own"]),
    ("distence", ["unknown column 'distence'"]),
    ("Inclination", ["unknown column 'Inclination'"]),
    ("RA,RA [deg]", ["a second column 'RA'"]),
  ]

  @Test(arguments: refused)
  func cannotBeCalledAsTheProgramCallsItsOwn(
    _ example: (header: String, messages: [String])
  ) throws {
    let values = example.header.split(separator: ",").map { _ in "1" }.joined(separator: ",")
    let (_, report) = try Self.read("galaxy,\(example.header)\nA,\(values)\n")
    #expect(report.messages == example.messages)
  }

  @Test func mayBeLikeAColumnThatIsThere() throws {
    let (reading, report) = try Self.read(
      "galaxy,distance,distance2\nA,1,2\nB,1,2\nC,1,2\n")
    #expect(report.messages == [])
    #expect(reading.galaxies.first?.own.columns.map(\.name) == ["distance2"])
  }

  @Test func areAThousandAtMost() throws {
    func table(_ count: Int) -> String {
      let names = (1...count).map { "own\($0)x" }.joined(separator: ",")
      let values = (1...count).map { "\($0)" }.joined(separator: ",")
      return "galaxy,\(names)\n" + ["A", "B", "C"].map { "\($0),\(values)\n" }.joined()
    }
    let (reading, report) = try Self.read(table(1_000))
    #expect(report.messages == [])
    #expect(reading.galaxies.first?.own.values.last == 1_000)
    #expect(
      try Self.read(table(1_001)).report.messages == [
        "the catalogue has 1,001 columns beside those of the program, and there may be 1,000"
      ])
  }

  /// Whole types are as they were; others are between two, or below those of disks.
  @Test func leaveTypesTheirFractions() throws {
    let (reading, report) = try Self.read(
      "galaxy,hubble_type\nA,5.9\nB,-2\nC,11\n")
    #expect(report.messages == [])
    #expect(reading.galaxies.map(\.hubbleType) == [5.9, -2, 11])
    #expect(
      try Self.read("galaxy,hubble_type\nA,99\n").report.messages == [
        "'hubble_type' must be a number from -10 to 11, not '99'"
      ])
  }

  @Test func takeAZeroForMissingWhereTheSpecSaysSo() throws {
    let text = "galaxy,v_flat\nA,0\nB,0.0\nC,100\n"
    let refused = try Self.read(text).report
    #expect(refused.messages.count == 2)
    #expect(refused.advice.first?.contains(#""missing": ["0"]"#) == true)
    let mapping = TableMapping(form: TextTableForm(missing: ["0"]))
    let (reading, report) = try Self.read(text, mapping)
    #expect(report.messages == [])
    #expect(reading.galaxies.map { $0.flatSpeed.isNaN } == [true, true, false])
  }

  @Test func holdNoControlCharacters() throws {
    let (_, report) = try Self.read("galaxy,note\nA,\"x\u{1b}[31m\"\n")
    #expect(report.messages == [#"a word cannot hold the control character \u{1B}"#])
  }
}
