/// One reason to doubt results, with the names of all that it concerns.
struct Doubt {
  let kind: Kind
  /// What is counted: `fits`, `optimal`.
  let table: String
  /// Of how many results.
  let total: Int
  let groups: [Group]

  /// Results that share what is said of them: a law and a bound, a reason.
  struct Group {
    let label: String
    /// How many results.
    let count: Int
    /// The galaxies, or other keys, each once, in the order of the table.
    let names: [String]
  }

  /// How many results it concerns.
  var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// The kinds, in the order of a report.
  enum Kind: CaseIterable {
    case bound, edge, jump, zeros, unconstrained, disagreeing, refused

    /// The words of statuses that mean it.
    var statuses: [String] {
      switch self {
      case .bound: ["at_bound"]
      case .edge: []
      case .jump: ["at_jump"]
      case .zeros: ["no_zero", "several_zeros"]
      case .unconstrained: ["unconstrained"]
      case .disagreeing: ["disagreeing_starts"]
      case .refused: ["refused", "no_value"]
      }
    }

    var title: String {
      switch self {
      case .bound: "On a bound"
      case .edge: "At an edge of the grid"
      case .jump: "On a jump"
      case .zeros: "Not one zero"
      case .unconstrained: "Unconstrained"
      case .disagreeing: "Disagreeing starts"
      case .refused: "Without a result"
      }
    }

    /// One sentence of what it means.
    var meaning: String {
      switch self {
      case .bound:
        "The bound decides them, not the data. Figures draw them hollow, and there is no ± for "
          + "a value on its bound."
      case .edge:
        "The best cell lies where the grid ends: a better one may lie beyond."
      case .jump:
        "Beyond the optimum other galaxies or points take part, so that two samples are compared."
      case .zeros:
        "The objective reaches no zero, or more than one, of which the lowest is given."
      case .unconstrained:
        "The optimum lies inside, but the data leave a parameter more room than its bounds do."
      case .disagreeing:
        "The best value was found from one start alone: a better one may have been missed."
      case .refused: "There is no value, for the reason that is given."
      }
    }
  }
}
