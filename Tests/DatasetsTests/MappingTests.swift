import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("A mapping of columns", .limited)
struct MappingTests {
  private func expression(_ text: String) throws -> Expression {
    let report = InputReport()
    let expression = Expression(parsing: SourceText(name: "spec", text: text), report)
    try report.check()
    return try #require(expression)
  }

  private static let text = """
    name,R [arcsec],V,dV-,dV+,note
    A,20,21.3,-2.1,2.3,x
    A,44,33.7,-1.4,1.4,x
    B,20,44,-1.2,1.2,y

    """

  private static func columns(_ further: MappedColumn...) -> [MappedColumn] {
    let usual = [
      MappedColumn("galaxy", .text("name")), MappedColumn("radius", .text("R [arcsec]")),
      MappedColumn("v_obs", .text("V")), MappedColumn("e_v_obs", .constant(5)),
      MappedColumn("v_gas", .constant(0)), MappedColumn("v_disk", .constant(0)),
    ]
    let names = further.map(\.name)
    return usual.filter { !names.contains($0.name) } + further
  }

  private func settings(
    _ columns: [MappedColumn], distance: Double? = 3.6, drop: String? = nil
  ) throws -> TableSettings {
    TableSettings(
      points: TableMapping(columns: columns, drop: try drop.map(expression)), distance: distance)
  }

  @Test func takesLabelsConstantsAndTheDistance() throws {
    let reading = try TableReading(Self.text, settings(Self.columns())).reading()
    #expect(reading.galaxies.map(\.name) == ["A", "B"])
    #expect(reading.galaxies.map(\.distance) == [3.6, 3.6])
    let kpc = 3600 / 206_264.806_247_096_37
    for (own, seconds) in zip(reading.galaxies[0].curve.radius, [20.0, 44]) {
      #expect((own / (seconds * kpc) - 1).magnitude < 1e-14)
    }
    #expect(reading.galaxies[0].curve.observedSpeedError == [5, 5])
    #expect(
      reading.notes == [
        "points: 3 columns are passed over, first 'dV-'",
        "points: units are converted: radius from 'arcsec'",
      ])
  }

  @Test func takesALabelWithoutItsUnit() throws {
    let columns = Self.columns(MappedColumn("radius", .text("R")))
    #expect(try TableReading(Self.text, settings(columns)).galaxy().curve.count == 2)
  }

  @Test func takesPositions() throws {
    let columns = Self.columns(
      MappedColumn("galaxy", .position(1)), MappedColumn("radius", .position(2)),
      MappedColumn("v_obs", .position(3)))
    #expect(
      try TableReading(Self.text, settings(columns)).galaxy().curve.observedSpeed == [21.3, 33.7])
  }

  @Test func takesExpressions() throws {
    let text = "R V E_1 E_2\n1 21.3 -2.1 2.3\n2 33.7 -1.4 1.4\n"
    let columns = Self.columns(
      MappedColumn("galaxy", .word("A")), MappedColumn("radius", .text("R * 2")),
      MappedColumn("e_v_obs", .text("(abs(E_1) + abs(E_2)) / 2")))
    let curve = try TableReading(text, settings(columns)).galaxy().curve
    #expect(curve.radius == [2, 4])
    #expect(curve.observedSpeedError == [(2.1 + 2.3) / 2, 1.4])
  }

  @Test func takesTheUnitOfAnExpressionFromTheSpec() throws {
    let columns = Self.columns(
      MappedColumn("galaxy", .word("A")), MappedColumn("radius", .text("R * 2"), unit: "pc"))
    let curve = try TableReading("R V\n500 2\n", settings(columns)).galaxy().curve
    #expect(curve.radius == [1])
  }

  @Test(arguments: [
    ("*.dat", "NGC 1.dat", "NGC 1"), ("*_rot.txt", "DDO154_rot.txt", "DDO154"),
    ("*/*.dat", "A/DDO 1.dat", "DDO 1"), ("curve-*.csv", "x/curve-UGC1.csv", "UGC1"),
    ("*", "IC10.txt", "IC10.txt"),
  ])
  func takesTheGalaxyFromTheFile(pattern: String, name: String, galaxy: String) throws {
    let columns = Self.columns(
      MappedColumn("galaxy", .fileName(pattern)), MappedColumn("radius", .position(1)),
      MappedColumn("v_obs", .position(2)))
    #expect(try TableReading("1 2\n", name: name, settings(columns)).galaxy().name == galaxy)
  }

  @Test func takesItsOwnNamesWithoutAnEntry() throws {
    let text = Fixtures.points("A,1,2,3,4,5")
    #expect(try TableReading(text).galaxy().curve.diskSpeed == [5])
  }

  @Test func dropsRowsAndCountsThemOverAllFiles() throws {
    let columns = Self.columns(
      MappedColumn("galaxy", .fileName("*.dat")), MappedColumn("radius", .position(1)),
      MappedColumn("v_obs", .position(2)))
    var reading = TableReading(
      "0 0\n1 20\n2 30\n", name: "A.dat", try settings(columns, drop: "radius == 0"))
    reading.files.append(("B.dat", Array("0 0\n0 0\n2 30\n".utf8)))
    let read = try reading.reading()
    #expect(read.galaxies.map(\.curve.radius) == [[1, 2], [2]])
    #expect(read.notes == ["points: 3 rows of 6 dropped by 'radius == 0'"])
  }

  @Test func dropsByLabelsOfTheFile() throws {
    let reading = try TableReading(Self.text, settings(Self.columns(), drop: "note == 'y'"))
      .reading()
    #expect(reading.galaxies.map(\.name) == ["A"])
  }

  @Test func leavesOutTheCentreSortsAndAllowsRepeats() throws {
    let reading = try TableReading(
      "2 30 1\n0 0 1\n1 20 1\n2 31 1\n", TableSettings(points: TableReading.byPosition)
    ).reading()
    #expect(reading.galaxies[0].curve.radius == [1, 2, 2])
    #expect(reading.galaxies[0].curve.observedSpeed == [20, 30, 31])
    #expect(
      reading.notes == [
        "points: 1 row at radius 0 left out, which tell nothing",
        "points: the points of 1 galaxy are sorted by radius",
        "points: 1 row repeat the radius of another point of the galaxy",
      ])
  }

  @Test func convertsByUnitsOfTheSpecWhereTheFileHasNone() throws {
    var mapping = TableReading.byLabel
    mapping.units = [("radius", "pc"), ("v_obs", "m/s")]
    let curve = try TableReading("R V [km/s] E\n500 2 1\n", TableSettings(points: mapping))
      .messages()
    #expect(curve.count == 1)
    let own = try TableReading("R,V [km/s],E\n500,2,1\n", TableSettings(points: mapping)).galaxy()
    #expect(own.curve.radius == [0.5] && own.curve.observedSpeed == [2])
  }

  @Test func refusesAUnitThatTheFileContradicts() throws {
    let columns = Self.columns(MappedColumn("radius", .text("R [arcsec]"), unit: "kpc"))
    #expect(
      try TableReading(Self.text, settings(columns)).messages() == [
        "'radius' is to be in 'kpc', and the file has it in 'arcsec'"
      ])
    let same = Self.columns(MappedColumn("radius", .text("R [arcsec]"), unit: "arcsec"))
    #expect(try TableReading(Self.text, settings(same)).messages() == [])
  }

  @Test(arguments: [
    (MappedColumn("v_obs", .text("W")), "the file has no column 'W'"),
    (MappedColumn("v_obs", .text("W + V")), "unknown column 'W'"),
    (MappedColumn("v_obs", .position(9)), "the file has 6 columns, and 'v_obs' is to be column 9"),
  ])
  func refusesWhatTheFileDoesNotHave(column: MappedColumn, message: String) throws {
    #expect(try TableReading(Self.text, settings(Self.columns(column))).messages() == [message])
  }

  @Test func saysHowWhatIsMissingIsDeclared() throws {
    let report = InputReport()
    _ = DatasetReaders.read(
      DatasetFiles(
        [("points", SourceText(name: "p", text: "galaxy radius v_obs\nA 1 2\n"))],
        TableSettings()), as: try #require(DatasetReaders.reader(named: "table")), report)
    #expect(
      report.messages == ["nothing is 'e_v_obs'", "nothing is 'v_gas'", "nothing is 'v_disk'"])
    #expect(
      report.advice == [
        #"map it, or declare one error for all: "columns": {"e_v_obs": {"value": 5}}"#,
        #"map it, or declare that there is none: "columns": {"v_gas": {"value": 0}}"#,
        #"map it, or declare that there is none: "columns": {"v_disk": {"value": 0}}"#,
      ])
  }

  @Test func readsACatalogueByItsOwnMapping() throws {
    let catalogue = "Name|D (kpc)|i\nA|3600|60\nB|7200|45\n"
    let mapping = TableMapping(columns: [
      MappedColumn("distance", .text("D (kpc)")), MappedColumn("galaxy", .text("Name")),
      MappedColumn("inclination", .text("i")),
    ])
    var settings = try settings(Self.columns(), distance: nil)
    settings.catalogue = CatalogueSettings("c.txt", mapping)
    let reading = try TableReading(Self.text, settings, catalogue: ("c.txt", catalogue)).reading()
    #expect(reading.galaxies.map(\.distance) == [3.6, 7.2])
    #expect(reading.galaxies.map(\.inclination) == [60, 45])
    let ratio = reading.galaxies[1].curve.radius[0] / reading.galaxies[0].curve.radius[0]
    #expect(ratio == 2)
  }

  @Test func readsTheTableOfSPARCAsACatalogue() throws {
    var settings = TableSettings(points: TableReading.byPosition)
    settings.catalogue = CatalogueSettings("SPARC.mrt")
    let reading = try TableReading(
      "1 2 3\n", settings, catalogue: ("SPARC.mrt", Fixtures.goodSample)
    ).reading()
    #expect(reading.galaxies.map(\.luminosity) == [0.075])
  }

  @Test func takesCurvesToTheDistanceOfTheCatalogue() throws {
    var mapping = TableReading.byPosition
    mapping.columns.append(MappedColumn("distance", .constant(5.1)))
    let settings = TableSettings(points: mapping, catalogue: CatalogueSettings("c.csv"))
    let reading = try TableReading(
      "1 2 3\n", settings, catalogue: ("c.csv", "galaxy,distance\nA,10.2\n")
    ).reading()
    #expect(reading.galaxies[0].curve.radius == [2] && reading.galaxies[0].distance == 10.2)
  }
}
