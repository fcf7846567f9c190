package import Galaxies
package import Support

/// What determines the results of a run, and the hash of it.
///
/// Cosmetic fields (name, question, source, authors, figures, expectations) and execution settings
/// (jobs, paths, limits) do not enter. Key order, white space and the spelling of numbers do not
/// matter; one byte of data or the last bit of a bound does.
package struct Identity: Equatable, Sendable {
  /// The components, as they are hashed.
  package let components: JSONValue
  package let fingerprint: Fingerprint

  package init(_ spec: ExperimentSpec, inputs: [Dataset.Input]) {
    components = Self.components(
      spec: spec.scientific, inputs: inputs.map { ($0.role, $0.sha256) }, engine: Engine.number)
    fingerprint = Fingerprint(of: components)
  }

  /// What is hashed.
  ///
  /// - Parameters:
  ///   - spec: The part of the resolved spec that determines the results.
  ///   - inputs: The SHA-256 of each data file, by its role.
  ///   - engine: The engine that computes.
  /// - Returns: The components as one value.
  package static func components(
    spec: JSONValue, inputs: [(role: String, sha256: String)], engine: Int
  ) -> JSONValue {
    [
      "engine": .number(Double(engine)),
      "inputs": .object(inputs.map { .init($0.role, .string($0.sha256)) }),
      "spec": spec,
    ]
  }
}
