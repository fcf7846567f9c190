import Datasets
import Galaxies
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("A catalogue that a spec names", .limited)
struct NamedCatalogueTests {
  /// The points of a folder are found by their name, and no other file is the catalogue.
  @Test(arguments: ["csv", "table"])
  func standsBesideThePoints(format: String) throws {
    let samples = try DataSamples()
    try samples.directory.write(
      "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,10,1,0,5\n", to: "mine/points.csv")
    try samples.directory.write("galaxy,distance,colour\nA,1,0.5\n", to: "mine/catalogue.csv")
    try samples.directory.write("Name,B-V,status\nA,0.7,x\n", to: "mine/other.csv")
    let mapping = TableMapping(
      columns: [
        MappedColumn("galaxy", .text("Name")), MappedColumn("colour", .text("B-V")),
        MappedColumn("my_status", .text("status")),
      ])
    let settings = TableSettings(
      files: format == "table" ? "points.csv" : nil,
      catalogue: CatalogueSettings("other.csv", mapping))
    let report = InputReport()
    let own = OwnData(path: "mine", format: format, settings: settings)
    let place = MarkedText(#"{"dataset": ⟨{}⟩}"#).places[0]
    let dataset = try samples.shelf().dataset(
      .files(own), relativeTo: samples.directory.path, at: place, report)
    #expect(report.messages == [])
    let galaxy = try #require(dataset?.galaxies.first)
    #expect(galaxy.own.columns.map(\.name) == ["colour", "my_status"])
    #expect(galaxy.own.values == [0.7, 0])
    #expect(galaxy.distance.isNaN)
  }
}
