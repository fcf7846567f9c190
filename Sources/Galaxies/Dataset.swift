/// Galaxies from one source, with what is known of the source.
package struct Dataset: Sendable {
  /// What the galaxies are called together: a registry name or the user's own.
  package let name: String
  package let galaxies: [Galaxy]
  /// The SHA-256 of each input by its role; for a generated dataset, of what was generated.
  package let inputs: [Input]
  /// What was noticed and corrected while reading, one sentence each.
  package let notes: [String]
  /// The values a generated dataset was made with, by galaxy; empty for measured ones.
  package let truth: [Truth]
  /// How to cite the dataset.
  package let citation: String
  /// The user's own files that it was read from; empty for a dataset that has a name of its own.
  package let originals: [Original]

  /// A file of the user's own.
  package struct Original: Equatable, Sendable {
    /// The last part of its path.
    package let name: String
    package let sha256: String
    /// What is in it; `nil` where the files are more than a run keeps.
    package let content: [UInt8]?

    package init(name: String, sha256: String, content: [UInt8]?) {
      self.name = name
      self.sha256 = sha256
      self.content = content
    }
  }

  /// One input of a dataset.
  package struct Input: Equatable, Sendable {
    package let role: String
    package let sha256: String
    package let bytes: Int

    package init(role: String, sha256: String, bytes: Int) {
      self.role = role
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// What one generated galaxy was made with: values by name, in the units of the models.
  package struct Truth: Sendable {
    package let galaxy: String
    package let values: [(name: String, unit: String, value: Double)]

    package init(galaxy: String, values: [(name: String, unit: String, value: Double)]) {
      self.galaxy = galaxy
      self.values = values
    }
  }

  package init(
    name: String, galaxies: [Galaxy], inputs: [Input], notes: [String] = [], truth: [Truth] = [],
    citation: String = "", originals: [Original] = []
  ) {
    self.name = name
    self.galaxies = galaxies
    self.inputs = inputs
    self.notes = notes
    self.truth = truth
    self.citation = citation
    self.originals = originals
  }

  /// Whether the speeds of gas and disk of some galaxy follow from surface densities.
  package var hasSurfaceDensities: Bool {
    galaxies.contains { $0.surfaceDensity != nil }
  }

  /// The same dataset with its galaxies worked on, and notes of what was done.
  package func replacing(_ galaxies: [Galaxy], adding notes: [String]) -> Dataset {
    Dataset(
      name: name, galaxies: galaxies, inputs: inputs, notes: self.notes + notes, truth: truth,
      citation: citation, originals: originals)
  }

  /// How many points all curves have together.
  package var pointCount: Int {
    galaxies.reduce(0) { $0 + $1.curve.count }
  }
}
