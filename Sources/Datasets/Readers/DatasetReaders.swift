package import Support

/// Every format of datasets.
///
/// The order is that of the documentation: nothing that is read depends on it.
package enum DatasetReaders {
  /// The formats in the order of the documentation; a test may put them into another one.
  @TaskLocal package static var all: [any DatasetReader.Type] = [
    SPARCReader.self, RotmodReader.self, CSVReader.self, TableReader.self,
  ]

  /// The names of the formats, sorted.
  package static var names: [String] { all.map { $0.name }.sorted() }

  package static func reader(named name: String) -> (any DatasetReader.Type)? {
    all.first { $0.name == name }
  }

  /// Reads the files of a dataset.
  ///
  /// - Parameters:
  ///   - files: The files by role.
  ///   - reader: The format.
  ///   - report: Takes everything that is wrong; without an error in it the reading is sound.
  /// - Returns: The galaxies and what was noticed.
  package static func read(
    _ files: DatasetFiles, as reader: any DatasetReader.Type, _ report: InputReport
  ) -> DatasetReading {
    let mistakes = Mistakes(report)
    defer { mistakes.finish() }
    files.check(reader.roles, ofFormat: reader.name, mistakes)
    guard mistakes.count == 0 else { return DatasetReading() }
    return reader.read(files, mistakes)
  }
}
