package import Galaxies

/// What the files of a dataset say.
package struct DatasetReading {
  package var galaxies: [Galaxy] = []
  /// What was noticed and corrected, one sentence each; no sentence names a path.
  package var notes: [String] = []

  /// Those of the notes that tell of numbers converted to other units, or to another distance.
  package var conversions: [String] {
    notes.filter { note in Self.marks.contains { note.contains($0) } }
  }

  /// How such notes are known.
  private static let marks = ["units are converted: ", ": the curves are taken to that of the"]
}
