import Datasets
import Galaxies
package import Support

/// The input that a spec names.
package enum DatasetChoice: Equatable, Sendable {
  /// A name of the data registry.
  case registered(String)
  /// The user's own files.
  case files(OwnData)
  /// Galaxies drawn from a seed.
  case mock(MockSettings)

  package var resolved: JSONValue {
    switch self {
    case .registered(let name): .string(name)
    case .files(let own): own.resolved
    case .mock(let settings): ["mock": settings.resolved]
    }
  }

  /// What the dataset is called in records of a run; the user's own files by their format, as their
  /// path does not determine results.
  package var label: String {
    switch self {
    case .registered(let name): name
    case .files(let own): "own \(own.format) files"
    case .mock: "mock"
    }
  }

  /// Whether it is known, before anything is read, to have the speeds of its components.
  var hasSpeeds: Bool {
    switch self {
    case .registered: false
    case .mock: true
    case .files(let own):
      DatasetReaders.reader(named: own.format).map { !$0.mayHaveSurfaceDensities } ?? false
    }
  }

  /// Whether there may be columns of the user's own in its catalogue.
  package var mayHaveOwnColumns: Bool {
    guard case .files = self else { return false }
    return true
  }

  /// A resolved choice without what does not determine results: the path, as the content is hashed.
  static func scientific(ofResolved resolved: JSONValue) -> JSONValue {
    resolved["format"] == nil ? resolved : OwnData.scientific(ofResolved: resolved)
  }
}
