import Datasets
import Galaxies
import Support
import TestKit
import Testing

/// What a file says in an unusual way is understood or refused, never read as something else.
@Suite("A file that could be misread", .limited)
struct MisreadingTests {
  private func read(
    _ files: [(role: String, name: String, text: String)], _ format: String,
    _ settings: TableSettings = TableSettings()
  ) throws -> (galaxies: [Galaxy], messages: [String]) {
    let report = InputReport()
    let sources = files.map { ($0.role, SourceText(name: $0.name, text: $0.text)) }
    let reading = DatasetReaders.read(
      DatasetFiles(sources, settings), as: try #require(DatasetReaders.reader(named: format)),
      report)
    let errors = report.diagnostics.filter { $0.severity == .error }
    return (reading.galaxies, errors.map(\.message))
  }

  private func rotmod(_ header: String, _ rows: String) throws -> (
    galaxies: [Galaxy], messages: [String]
  ) {
    try read([("curves", "A_rotmod.dat", "# Distance = 5 Mpc\n\(header)\n\(rows)\n")], "rotmod")
  }

  private func table(
    _ text: String, _ columns: [MappedColumn], _ form: TextTableForm = TextTableForm()
  ) throws -> (galaxies: [Galaxy], messages: [String]) {
    let fixed = [
      MappedColumn("galaxy", .word("A")), MappedColumn("e_v_obs", .constant(5)),
      MappedColumn("v_gas", .constant(0)), MappedColumn("v_disk", .constant(0)),
    ]
    let settings = TableSettings(
      points: TableMapping(form: form, columns: fixed + columns), distance: 3.6)
    return try read([("points", "a.txt", text)], "table", settings)
  }

  @Test func hasUnitsInBracketsThatAreNoLogarithms() throws {
    let (galaxies, messages) = try rotmod(
      "# Rad Vobs errV Vgas Vdisk Vbul SBdisk SBbul\n"
        + "# [kpc] [km/s] [km/s] [km/s] [km/s] [km/s] [L/pc^2] [L/pc^2]",
      "0.5 20 2 5 10 0 30 0")
    #expect(messages == [])
    #expect(galaxies.first?.curve.radius == [0.5])
    #expect(galaxies.first?.curve.observedSpeed == [20])
    #expect(galaxies.first?.curve.diskSurfaceBrightness == [30])
  }

  @Test func hasALogarithmWhereOneFieldOfManyIsInBrackets() throws {
    let points = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,20,2,5,10\n"
    let catalogue = "galaxy\tluminosity\tdistance\n\t[solLum]\tMpc\n---\t---\t---\nA\t9.5\t4\n"
    let (galaxies, messages) = try read(
      [("points", "points.csv", points), ("catalogue", "catalogue.csv", catalogue)], "csv")
    #expect(messages == [])
    #expect(try #require(galaxies.first).luminosity.isNear(3.1622776601683795, relative: 1e-14))
  }

  @Test func hasAHeaderThatBeginsWithAnotherName() throws {
    let (_, messages) = try rotmod(
      "# Radius Vobs errV Vdisk Vgas\n# arcsec km/s km/s km/s km/s", "20 20 2 10 5")
    #expect(messages.contains { $0.contains("'Rad'") })
  }

  @Test func hasFewerUnitsThanColumns() throws {
    let (_, messages) = try rotmod(
      "# Rad Vobs errV Vgas Vdisk Vbul\n# arcsec km/s km/s km/s km/s", "20 20 2 5 10 0")
    #expect(messages == ["5 units for 6 columns"])
  }

  @Test(arguments: ["12000 ly", "30 arcsec", "40 Mly"])
  func hasADistanceThatIsNotRead(distance: String) throws {
    let text = "# Distance = \(distance)\n# Rad Vobs errV Vgas Vdisk\n1 20 2 5 10\n"
    #expect(
      try read([("curves", "A_rotmod.dat", text)], "rotmod").messages == [
        "the distance must be a positive number of Mpc"
      ])
  }

  @Test(arguments: [("radius", "`RAD(arcs)` * 1"), ("v_obs", "abs(`V(m/s)`)")])
  func computesWithAUnit(name: String, formula: String) throws {
    let text = "RAD(arcs) V(m/s)\n20 30000\n"
    var columns = [
      MappedColumn("radius", .text("RAD(arcs)")), MappedColumn("v_obs", .text("V(m/s)")),
    ]
    columns = columns.map { $0.name == name ? MappedColumn(name, .text(formula)) : $0 }
    #expect(try table(text, columns).messages.first?.contains("say what unit") == true)
    columns = columns.map { column in
      guard column.name == name else { return column }
      return MappedColumn(name, column.source, unit: name == "radius" ? "arcsec" : "m/s")
    }
    let (galaxies, messages) = try table(text, columns)
    #expect(messages == [])
    #expect(galaxies.first?.curve.observedSpeed == [30])
  }

  @Test(arguments: ["-999", "-999.0", "-9.99e2"])
  func hasAMarkWhereAPointNeedsAValue(mark: String) throws {
    let columns = [MappedColumn("radius", .text("R")), MappedColumn("v_obs", .text("V"))]
    let (_, messages) = try table(
      "R V\n1 20\n2 \(mark)\n", columns, TextTableForm(missing: ["-999"]))
    #expect(messages == ["'v_obs' has no value in this row"])
  }

  @Test(arguments: [
    "# R V\n# arcsec km/s\n# made by hand\n20 30\n", "# arcsec km/s\n# R V\n20 30\n",
    "R V\n# arcsec km/s\n20 30\n", "# R V\n# --- ---\n# arcsec km/s\n20 30\n",
  ])
  func hasUnitsInACommentWhereverThatStands(text: String) throws {
    let columns = [MappedColumn("radius", .position(1)), MappedColumn("v_obs", .position(2))]
    let (galaxies, messages) = try table(text, columns)
    #expect(messages == [])
    #expect(
      try #require(galaxies.first).curve.radius[0].isNear(0.3490658503988659, relative: 1e-14))
  }

  @Test func hasAGalaxyThatIsCalledAsAUnit() throws {
    let points = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,20,2,5,10\n"
    let (galaxies, messages) = try read(
      [("points", "points.csv", points), ("catalogue", "catalogue.csv", "galaxy,band\nA,L\n")],
      "csv")
    #expect(messages == [])
    #expect(galaxies.map(\.name) == ["A"])
  }

  @Test func hasTwoColumnsOfOneNameAndTwoUnits() throws {
    let text =
      "galaxy,radius (arcsec),radius (kpc),v_obs,e_v_obs,v_gas,v_disk\nA,20,1,30,2,5,10\n"
    let (_, messages) = try read([("points", "points.csv", text)], "csv")
    #expect(messages.contains { $0.contains("'radius'") })
  }

  @Test func describesAColumnWithAWordForUnits() throws {
    let text = """
      # %ECSV 1.0
      # ---
      # delimiter: ','
      # datatype:
      # -
      #   name: radius
      #   unit: pc
      #   description: a radius, unit: kpc
      # - {name: v_obs, unit: m / s, datatype: float64, description: 'speed, unit: km / s'}
      # - {name: galaxy, datatype: string}
      # - {name: e_v_obs, datatype: float64}
      # - {name: v_gas, datatype: float64}
      # - {name: v_disk, datatype: float64}
      radius,v_obs,galaxy,e_v_obs,v_gas,v_disk
      2000,30000,A,2,5,10

      """
    let (galaxies, messages) = try read([("points", "points.csv", text)], "csv")
    #expect(messages == [])
    #expect(galaxies.first?.curve.radius == [2])
    #expect(galaxies.first?.curve.observedSpeed == [30])
  }

  @Test(arguments: [
    ("*_rot.dat", "NGC1_rot.dat", "NGC1"), ("N*_rot.dat", "NGC1_rot.dat", "GC1"),
    ("*/*.dat", "x/NGC1.dat", "NGC1"),
  ])
  func isNamedByWhatTheStarStandsFor(pattern: String, path: String, galaxy: String) {
    #expect(FilePattern(pattern).matches(path))
    #expect(FilePattern(pattern).star(in: path) == galaxy)
    #expect(FilePattern(pattern).isClear && !FilePattern("*a*.dat").isClear)
  }
}
