import Datasets
import Galaxies
package import Support

/// The input that a spec names.
package enum DatasetChoice: Equatable, Sendable {
  /// A name of the data registry.
  case registered(String)
  /// The user's own files: a path relative to the spec, and the format they are in.
  case files(path: String, format: String)
  /// Galaxies drawn from a seed.
  case mock(MockSettings)

  package var resolved: JSONValue {
    switch self {
    case .registered(let name): .string(name)
    case .files(let path, let format): ["path": .string(path), "format": .string(format)]
    case .mock(let settings): ["mock": settings.resolved]
    }
  }

  /// What the dataset is called in records of a run; the user's own files by their format, as their
  /// path does not determine results.
  package var label: String {
    switch self {
    case .registered(let name): name
    case .files(_, let format): "own \(format) files"
    case .mock: "mock"
    }
  }

  /// Whether it is known, before anything is read, to have the speeds of its components.
  var hasSpeeds: Bool {
    switch self {
    case .registered: false
    case .mock: true
    case .files(_, let format):
      DatasetReaders.reader(named: format).map { !$0.mayHaveSurfaceDensities } ?? false
    }
  }

  /// A resolved choice without what does not determine results: the path, as the content is hashed.
  static func scientific(ofResolved resolved: JSONValue) -> JSONValue {
    guard let format = resolved["format"] else { return resolved }
    return ["format": format]
  }
}
