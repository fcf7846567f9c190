package import Machine
package import Records

/// The little that lists, words and cleaning need to know of a run.
///
/// A run that is used has its manifest read; these facts only say which one it is.
package struct RunFacts: Equatable, Sendable {
  /// A name and a number: an axis and its values, a table and its rows.
  package struct Count: Equatable, Sendable {
    package let name: String
    package let count: Int

    package init(name: String, count: Int) {
      (self.name, self.count) = (name, count)
    }
  }

  /// What the experiment is called.
  package let experiment: String
  /// 64 hexadecimal digits.
  package let identity: String
  /// Whether the folder has the name of its run, which has the name of its spec, and the manifest
  /// has the identity that follows from it; a copy, a renamed and a forged run have not.
  package let isItself: Bool
  package let engine: Int
  /// The data files, as if they were settings: `/data/<role>` and the SHA-256.
  package let inputs: [SpecRecord.Setting]
  /// The dataset as the resolved spec names it, the path of own files included; `nil` if the spec
  /// cannot be read.
  package let dataset: String?
  /// The hash of all settings but names and methods.
  package let question: String
  package let settings: [SpecRecord.Setting]
  package let hasOffsets: Bool
  package let methods: [SpecRecord.Method]
  package let axes: [Count]
  package let galaxies: Int
  package let points: Int
  package let units: Int
  package let tables: [Count]
  /// The moment at which the run was begun, as the journal spells it.
  package let started: String?
  /// The same moment; `nil` if the journal does not tell.
  package let begun: Moment?
  /// When the run was finished, as the journal says.
  package let finished: Moment?
  /// When the manifest was written, by the clock of the file system.
  package let written: Moment?

  /// When the run was made, as far as a clock is believed.
  ///
  /// A journal that lies ahead of now was written under a wrong clock: then the file system may
  /// say, and if that lies ahead too, nobody knows.
  package func moment(at now: Moment) -> Moment? {
    guard let begun else { return nil }
    return [begun, written].compactMap(\.self).first { $0 <= now }
  }
}
