import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("The readers", .limited)
struct DatasetReadersTests {
  private func read(_ format: String, _ files: (String, String)...) throws -> DatasetReading {
    let report = InputReport()
    let reading = DatasetReaders.read(
      DatasetFiles(files.map { ($0, SourceText(name: "folder/\($0)", text: $1)) }),
      as: try #require(DatasetReaders.reader(named: format)), report)
    try report.check()
    return reading
  }

  private func messages(_ format: String, _ roles: String...) throws -> [String] {
    let report = InputReport()
    _ = DatasetReaders.read(
      DatasetFiles(roles.map { ($0, SourceText(name: "\($0).txt", text: "")) }),
      as: try #require(DatasetReaders.reader(named: format)), report)
    return report.diagnostics.map(\.message)
  }

  @Test func haveNamesOfTheirOwn() {
    #expect(Set(DatasetReaders.names).count == DatasetReaders.all.count)
    for reader in DatasetReaders.all {
      #expect(DatasetReaders.reader(named: reader.name) == reader)
      #expect(Set(reader.roles.map(\.name)).count == reader.roles.count)
    }
    #expect(DatasetReaders.reader(named: "fits") == nil)
  }

  @Test(arguments: DatasetReaders.names)
  func needTheirRequiredFiles(format: String) throws {
    let required = try #require(DatasetReaders.reader(named: format)).roles.filter(\.isRequired)
    #expect(
      try messages(format)
        == required.map { "format '\(format)' needs a file in the role '\($0.name)'" })
  }

  @Test func knowTheirFilesByName() throws {
    let roles = try #require(DatasetReaders.reader(named: "rotmod")).roles
    #expect(roles[0].matches(fileName: "DDO154_rotmod.dat"))
    #expect(!roles[0].matches(fileName: "README"))
    #expect(roles[1].matches(fileName: "catalogue.csv"))
  }

  @Test func sayWhichFilesTheyMiss() throws {
    #expect(
      try messages("sparc", "catalogue") == ["format 'sparc' needs a file in the role 'curves'"])
    #expect(
      try messages("csv", "points", "points") == [
        "format 'csv' takes one file in the role 'points', not 2"
      ])
    #expect(
      try messages("csv", "points", "curves") == [
        "format 'csv' has no role 'curves', which 'curves.txt' is to play"
      ])
  }

  @Test func readTheTablesOfSPARC() throws {
    let reading = try read(
      "sparc", ("catalogue", Fixtures.goodSample), ("curves", Fixtures.goodCurves))
    #expect(reading.galaxies.map(\.name) == ["A", "B"])
    #expect(reading.galaxies[0].flatSpeed.isNaN && reading.galaxies[1].flatSpeed == 57.7)
    #expect(reading.galaxies[1].curve.gasSpeed == [-4.24])
    #expect(
      reading.notes == [
        "catalogue: the declared byte columns contradict 2 of 2 rows (line 29: 'D' must be a "
          + "number, not '0   3.'), so rows are split on white space into 19 fields",
        "catalogue: a zero is taken for a missing value: v_flat of 1 galaxy, e_v_flat of 1 galaxy, "
          + "r_hi of 1 galaxy",
        "curves: v_gas is negative in 1 point of 1 galaxy: the gas pulls outward there, and the "
          + "sign is kept",
        "curves: sb_disk is zero in 1 point, which is taken for missing",
        "the distance differs between catalogue and curves in 1 galaxy, first 'B' "
          + "(8.79 and 9.0 Mpc); that of the catalogue is used",
      ])
  }

  @Test func readARotmodFileWhateverItsBlanks() throws {
    let tabs = Fixtures.rotmod("0.49\t13.8\t1.6\t-3.74\t12.31\t0\t15.93\t0\n1 2 3 4 5 6 0 8")
    let galaxy = try #require(
      try read("rotmod", ("curves", tabs)).galaxies.first)
    #expect(galaxy.name == "curves")
    #expect(galaxy.distance == 4.04)
    #expect(galaxy.curve.radius == [0.49, 1])
    #expect(galaxy.curve.gasSpeed == [-3.74, 4])
    #expect(galaxy.curve.bulgeSurfaceBrightness == [0, 8])
    #expect(galaxy.curve.diskSurfaceBrightness[1].isNaN)
    let spaces = tabs.replacing("\t", with: "   ").replacing("\n", with: "\r\n")
    let other = try #require(try read("rotmod", ("curves", spaces)).galaxies.first)
    #expect(other.curve.observedSpeed == galaxy.curve.observedSpeed)
  }

  @Test func nameAGalaxyByItsFile() {
    #expect(RotmodFile.galaxy(ofFile: "some/where/DDO154_rotmod.dat") == "DDO154")
    #expect(RotmodFile.galaxy(ofFile: "NGC 1.2.txt") == "NGC 1.2")
    #expect(RotmodFile.galaxy(ofFile: ".hidden") == ".hidden")
  }

  @Test func readPointsWithQuotesCommentsAndMissingColumns() throws {
    let galaxy = try #require(
      try read(
        "csv",
        (
          "points",
          """
          # my galaxy

          v_obs, e_v_obs ,galaxy,radius,v_gas,v_disk,sb_disk
          20,-1,"The ""big"", one",1e0,3,4,
          21,0, "The ""big"", one" ,+2.5,3,4,0
          """
        )
      ).galaxies.first)
    #expect(galaxy.name == "The \"big\", one")
    #expect(galaxy.curve.radius == [1, 2.5])
    #expect(galaxy.curve.observedSpeedError == [-1, 0])
    #expect(galaxy.curve.bulgeSpeed == [0, 0])
    #expect(
      galaxy.curve.diskSurfaceBrightness[0].isNaN && galaxy.curve.diskSurfaceBrightness[1] == 0)
    #expect(galaxy.curve.bulgeSurfaceBrightness.allSatisfy { $0.isNaN })
    #expect(galaxy.distance.isNaN)
  }

  @Test func orderGalaxiesByTheCatalogue() throws {
    let reading = try read(
      "csv", ("points", Fixtures.points("B,1,2,3,4,5\nA,1,2,0,-4,5")),
      ("catalogue", "galaxy,inclination,distance\nC,50,1\nA,,2\nB,90,3\n"))
    #expect(reading.galaxies.map(\.name) == ["A", "B"])
    #expect(reading.galaxies[0].inclination.isNaN && reading.galaxies[1].inclination == 90)
    #expect(
      reading.notes == [
        "points: v_gas is negative in 1 point of 1 galaxy: the gas pulls outward there, and the "
          + "sign is kept",
        "points: e_v_obs is not positive in 1 point: a fit replaces it",
        "1 galaxy of the catalogue without a curve left out, first 'C'",
      ])
  }
}
