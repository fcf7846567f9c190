import Datasets
import Galaxies
import Support
import TestKit
import Testing

/// A reading of format `table`, as a spec would ask for it.
struct TableReading {
  var files: [(name: String, bytes: [UInt8])]
  var catalogue: (name: String, text: String)?
  var settings: TableSettings

  init(
    _ text: String, name: String = "curve.txt", _ settings: TableSettings = TableSettings(),
    catalogue: (name: String, text: String)? = nil
  ) {
    files = [(name, Array(text.utf8))]
    self.settings = settings
    self.catalogue = catalogue
  }

  /// The columns that most texts here have, by position.
  static let byPosition = TableMapping(columns: [
    MappedColumn("galaxy", .word("A")), MappedColumn("radius", .position(1)),
    MappedColumn("v_obs", .position(2)), MappedColumn("e_v_obs", .position(3)),
    MappedColumn("v_gas", .constant(0)), MappedColumn("v_disk", .constant(0)),
  ])

  /// The same by the labels `R`, `V` and `E`.
  static let byLabel = TableMapping(columns: [
    MappedColumn("galaxy", .word("A")), MappedColumn("radius", .text("R")),
    MappedColumn("v_obs", .text("V")), MappedColumn("e_v_obs", .text("E")),
    MappedColumn("v_gas", .constant(0)), MappedColumn("v_disk", .constant(0)),
  ])

  func reading() throws -> DatasetReading {
    let report = InputReport()
    let reading = DatasetReaders.read(
      sources(), as: try #require(DatasetReaders.reader(named: "table")), report)
    try report.check()
    return reading
  }

  func galaxy() throws -> Galaxy { try #require(try reading().galaxies.first) }

  /// What is wrong with it.
  func messages() throws -> [String] {
    let report = InputReport()
    _ = DatasetReaders.read(
      sources(), as: try #require(DatasetReaders.reader(named: "table")), report)
    return report.messages
  }

  private func sources() -> DatasetFiles {
    let points = files.map { ("points", SourceText(name: $0.name, bytes: $0.bytes)) }
    let own = catalogue.map { [("catalogue", SourceText(name: $0.name, text: $0.text))] } ?? []
    return DatasetFiles(points + own, settings)
  }
}
