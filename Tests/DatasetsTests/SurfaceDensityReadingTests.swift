import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("Surface densities in a file", .limited)
struct SurfaceDensityReadingTests {
  private func read(_ points: String, catalogue: String? = nil) throws -> DatasetReading {
    let report = InputReport()
    var files = [("points", SourceText(name: "points.csv", text: points))]
    if let catalogue { files.append(("catalogue", SourceText(name: "c.csv", text: catalogue))) }
    let reading = DatasetReaders.read(
      DatasetFiles(files), as: try #require(DatasetReaders.reader(named: "csv")), report)
    try report.check()
    return reading
  }

  @Test func areHydrogenTimesHelium() throws {
    let reading = try read(Fixtures.densities("A,1,20,2,8,100\nA,2,21,2,6,0"))
    let galaxy = try #require(reading.galaxies.first)
    let density = try #require(galaxy.surfaceDensity)
    #expect(density.gas.radius == [1, 2] && density.disk.radius == [1, 2])
    #expect(density.gas.density == [1.33 * 8, 1.33 * 6])
    #expect(density.disk.density == [100, 0])
    #expect(galaxy.curve.gasSpeed == [0, 0] && galaxy.curve.diskSpeed == [0, 0])
    #expect(
      reading.notes == ["points: sigma_hi is hydrogen without helium: times 1.33 for the gas"])
  }

  @Test func areTakenAsTheyAreWithHelium() throws {
    let text = Fixtures.densities("A,1,20,2,8,100\nA,2,21,2,6,50").replacing("hi", with: "gas")
    let reading = try read(text)
    #expect(reading.galaxies.first?.surfaceDensity?.gas.density == [8, 6])
    #expect(reading.notes.isEmpty)
  }

  @Test func goWithABulgeThatIsASpeed() throws {
    let reading = try read(
      """
      galaxy,radius,v_obs,e_v_obs,sigma_star,sigma_hi,v_bulge
      A,1,20,2,100,8,30
      A,2,21,2,50,6,20

      """)
    #expect(reading.galaxies.first?.curve.bulgeSpeed == [30, 20])
    #expect(reading.galaxies.first?.surfaceDensity?.disk.density == [100, 50])
  }

  @Test func stayWithTheirGalaxyInTheOrderOfTheCatalogue() throws {
    let reading = try read(
      Fixtures.densities("A,1,20,2,8,100\nA,2,21,2,6,50\nB,1,20,2,1,2\nB,3,21,2,3,4"),
      catalogue: "galaxy,inclination\nB,60\nA,50\n")
    #expect(reading.galaxies.map(\.name) == ["B", "A"])
    #expect(reading.galaxies.map { $0.surfaceDensity?.disk.density } == [[2, 4], [100, 50]])
    #expect(reading.galaxies[0].surfaceDensity?.gas.radius == [1, 3])
  }

  @Test func areMissingWhereTheFileHasSpeeds() throws {
    let reading = try read(Fixtures.points("A,1,2,3,4,5"))
    #expect(reading.galaxies.map { $0.surfaceDensity } == [nil])
  }
}
