package import Galaxies

/// What the files of a dataset say.
package struct DatasetReading {
  package var galaxies: [Galaxy] = []
  /// What was noticed and corrected, one sentence each; no sentence names a path.
  package var notes: [String] = []
}
