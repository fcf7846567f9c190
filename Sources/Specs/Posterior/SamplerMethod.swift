import Support

/// The ways in which a posterior is sampled.
package enum SamplerMethod: String, CaseIterable, Resolvable {
  case importance
  case chains
  case grid

  /// The family of their methods.
  package static let family = "sampler"

  /// The versions of the way, oldest first; the newest is counted within one way.
  package var versions: [String] {
    switch self {
    case .importance: ["v1_importance"]
    case .chains: ["v1_chains"]
    case .grid: ["v1_grid"]
    }
  }

  /// How many free quantities it takes at most.
  package var mostQuantities: Int {
    switch self {
    case .importance, .chains: 8
    case .grid: 2
    }
  }
}
