import Support

/// How the data and the engine of two runs differ.
package struct InputsDiff: Equatable, Sendable {
  /// The data by role, where their hashes differ.
  package let data: [JSONDifference]
  /// The number of the engine, if it differs.
  package let engine: JSONDifference?

  /// Whether both sides were made from the same.
  package var isEmpty: Bool { data.isEmpty && engine == nil }

  /// Compares two identities' inputs.
  ///
  /// - Parameters:
  ///   - old: The SHA-256 of each input by role, and the number of the engine.
  ///   - new: The same of the other side.
  init(_ old: DiffSide.Inputs, _ new: DiffSide.Inputs) {
    data = JSONDifference.between(.object(old.data), .object(new.data))
    engine =
      JSONDifference.between(
        ["engine": .number(Double(old.engine))], ["engine": .number(Double(new.engine))]
      ).first
  }
}
