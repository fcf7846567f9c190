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
    #expect(reading.galaxies[0].curve.radius == [0.16, 0.41])
    #expect(reading.galaxies[0].curve.diskSpeed == [3.75, 9.47])
    // The curve of B is made for 9 Mpc, and the catalogue has it at 8.79.
    let (ratio, moved) = (8.79 / 9.0, reading.galaxies[1].curve)
    #expect(moved.radius == [0.41 * ratio])
    #expect(moved.gasSpeed == [-4.24 * ratio.squareRoot()])
    #expect(moved.diskSpeed == [9.47 * ratio.squareRoot()])
    #expect(moved.bulgeSpeed == [1.00 * ratio.squareRoot()])
    #expect(moved.observedSpeed == [4.84] && moved.observedSpeedError == [1.5])
    #expect(reading.galaxies[1].distance == 8.79 && reading.galaxies[1].diskScaleLength == 0.61)
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
          + "(8.79 and 9.0 Mpc): the curves are taken to that of the catalogue, radii in "
          + "proportion and speeds of components with the root of it",
      ])
    #expect(reading.conversions == reading.notes.suffix(1))
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
    for pattern in ["*_rotmass.dat", "*/*_rotmass.dat", "U*_rotmass.dat"] {
      #expect(RotmodFile.galaxy(ofFile: "a/UGC1_rotmass.dat", in: pattern) == "UGC1")
    }
    #expect(RotmodFile.galaxy(ofFile: "UGC1_rotmod.dat", in: "*.dat") == "UGC1")
    #expect(RotmodFile.galaxy(ofFile: "UGC1.dat", in: "*") == "UGC1")
    #expect(RotmodFile.galaxy(ofFile: "UGC1.dat", in: "UGC1.dat") == "UGC1")
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
          20,3,"The ""big"", one",1e0,3,4,
          21,0, "The ""big"", one" ,+2.5,3,4,0
          """
        )
      ).galaxies.first)
    #expect(galaxy.name == "The \"big\", one")
    #expect(galaxy.curve.radius == [1, 2.5])
    #expect(galaxy.curve.observedSpeedError == [3, 0])
    #expect(galaxy.curve.bulgeSpeed == [0, 0])
    #expect(
      galaxy.curve.diskSurfaceBrightness[0].isNaN && galaxy.curve.diskSurfaceBrightness[1] == 0)
    #expect(galaxy.curve.bulgeSurfaceBrightness.allSatisfy { $0.isNaN })
    #expect(galaxy.distance.isNaN)
  }

  @Test func orderGalaxiesByTheCatalogue() throws {
    let reading = try read(
      "csv", ("points", Fixtures.points("B,1,2,3,4,5\nA,1,2,0,-4,5\nA,2,2,3,4,5")),
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

  /// What earlier programs refused, and nothing is ambiguous about.
  @Test(arguments: [
    "\u{feff}galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,2,3,4,5\nA,2,3,4,5,6\n",
    "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\r\nA,1,2,3,4,5\nA,2,3,4,5,6\r\n",
    "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,2,3,4,5\r\nA,2,3,4,5,6",
    "galaxy;radius;v_obs;e_v_obs;v_gas;v_disk\nA;1;2;3;4;5\nA;2;3;4;5;6\n",
    ",galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n0,A,1,2,3,4,5\n1,A,2,3,4,5,6\n",
    "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,2,3,4,5,6\nA,1,2,3,4,5\n",
    "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,2,3,4,5\nA,0,0,1,0,0\nA,2,3,4,5,6\n",
    "# %ECSV 1.0\n# ---\n# delimiter: ','\n"
      + "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,2,3,4,5\nA,2,3,4,5,6\n",
  ])
  func takePointsHoweverTheyAreWritten(text: String) throws {
    let curve = try #require(try read("csv", ("points", text)).galaxies.first).curve
    #expect(curve.radius == [1, 2] && curve.observedSpeed == [2, 3])
    #expect(curve.observedSpeedError == [3, 4])
    #expect(curve.gasSpeed == [4, 5] && curve.diskSpeed == [5, 6])
  }

  @Test func gatherTheRowsOfAGalaxy() throws {
    let reading = try read(
      "csv", ("points", Fixtures.points("A,3,2,3,4,5\nB,1,2,3,4,5\nA,1,7,3,4,5\nA,1,8,3,4,5")))
    #expect(reading.galaxies.map(\.name) == ["A", "B"])
    #expect(reading.galaxies[0].curve.radius == [1, 1, 3])
    #expect(reading.galaxies[0].curve.observedSpeed == [7, 8, 2])
    #expect(
      reading.notes == [
        "points: the rows of 1 galaxy do not stand together; they are gathered",
        "points: the points of 1 galaxy are sorted by radius",
        "points: 1 row repeat the radius of another point of the galaxy",
      ])
  }

  @Test func refuseASurfaceDensityTwiceAtARadius() throws {
    let rejected = #expect(throws: InputRejected.self) {
      try read("csv", ("points", Fixtures.densities("A,1,20,2,8,100\nA,1,20,2,8,100")))
    }
    #expect(
      rejected?.diagnostics.map(\.message)
        == ["a second surface density at the radius of another point"])
  }

  @Test(arguments: [
    ("# Distance = 5.1 Mpc", 5.1), ("# Distance: 5.1", 5.1), ("# Distance = 5.1", 5.1),
    ("# distance=5.1Mpc", 5.1), ("# Distance = 5.10 +- 0.3 Mpc", 5.1), ("# D = 5.1 Mpc", 5.1),
    ("# Distance (Mpc) : 5.1", 5.1), ("# Distance [kpc] = 5100", 5.1),
    ("# Distance = 5100 kpc", 5.1), ("# Distance = 5.1 Mpc (TRGB)", 5.1),
    ("# Distance = 5.1+-0.3 Mpc", 5.1), ("% Distance = 5.1 Mpc", 5.1),
    ("# Distances as of 1999", .nan), ("# a comment", .nan),
  ])
  func takeTheDistanceOfARotmodFile(line: String, expected: Double) throws {
    let text = Fixtures.rotmod("1 2 3 4 5 6 7 8", distance: line)
    let distance = try #require(try read("rotmod", ("curves", text)).galaxies.first).distance
    #expect(distance == expected || (distance.isNaN && expected.isNaN), "\(distance)")
  }

  /// As the cases of real files have them; the first words name the others.
  @Test(arguments: [
    ("Rad Vobs errV Vgas Vdisk", "1 2 3 4 5"),
    ("Rad Vobs errV Vgas Vdisk Vbul", "1 2 3 4 5 0"),
    ("Rad Vobs errV Vgas Vdisk SBdisk", "1 2 3 4 5 9"),
    ("Rad Vobs errV Vgas Vdisk Vbul SBdisk SBbul extra", "1 2 3 4 5 0 9 0 77"),
    ("Rad errV Vdisk Vgas Vobs", "1 3 5 4 2"),
  ])
  func readARotmodFileByItsHeader(labels: String, row: String) throws {
    let text = "# Distance = 4 Mpc\n# \(labels)\n\(row)\n"
    let reading = try read("rotmod", ("curves", text))
    let curve = try #require(reading.galaxies.first).curve
    #expect(curve.radius == [1] && curve.observedSpeed == [2] && curve.observedSpeedError == [3])
    #expect(curve.gasSpeed == [4] && curve.diskSpeed == [5] && curve.bulgeSpeed == [0])
    #expect(reading.notes == [])
  }
}
