package import Galaxies
package import Records
package import Specs
package import Support

/// Where the datasets that specs name are found.
package protocol DatasetSource {
  /// Reads the dataset that a spec names.
  ///
  /// - Parameters:
  ///   - choice: What the spec says.
  ///   - specFolder: The folder of the spec, from which paths of own files start.
  ///   - place: Where the spec says it.
  ///   - report: Takes everything that is wrong with the choice or the files.
  /// - Throws: ``FileError`` if a file cannot be read.
  /// - Returns: The dataset, or `nil` if the report has the reason why there is none.
  func dataset(
    _ choice: DatasetChoice, relativeTo specFolder: String, at place: Place?, _ report: InputReport
  ) throws(FileError) -> Dataset?

  /// Whether the files of a dataset are here, whatever is in them.
  func isAtHand(_ choice: DatasetChoice) -> Bool

  /// Compares the data files of a run with those at hand.
  ///
  /// - Parameters:
  ///   - inputs: The files by role, with the hashes that the run has recorded.
  ///   - choice: The dataset, as the spec of the run names it.
  ///   - folder: Where the paths of own files start: the folder of the spec.
  /// - Throws: ``FileError`` if a file cannot be read.
  /// - Returns: Each input, and files that have joined them since.
  func check(
    _ inputs: [InputRecord], of choice: DatasetChoice, relativeTo folder: String
  ) throws(FileError) -> [InputCheck]
}
