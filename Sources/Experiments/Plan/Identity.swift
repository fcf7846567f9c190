package import Galaxies
package import Support

/// What determines the results of a run, and the hash of it.
///
/// Cosmetic fields (question, source, figures, expectations) and execution settings (jobs, paths,
/// limits) do not enter. Key order, white space and the spelling of numbers do not matter; one byte of
/// data or the last bit of a bound does.
package struct Identity: Equatable, Sendable {
  /// Raised by hand whenever a change of the program may change a result of no particular method.
  package static let engine = 1

  /// The components, as they are hashed.
  package let components: JSONValue
  package let fingerprint: Fingerprint

  package init(_ spec: ExperimentSpec, inputs: [Dataset.Input]) {
    components = [
      "engine": .number(Double(Self.engine)),
      "inputs": .object(inputs.map { .init($0.role, .string($0.sha256)) }),
      "spec": spec.scientific,
    ]
    fingerprint = Fingerprint(of: components)
  }
}
