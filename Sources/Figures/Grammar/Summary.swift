import Support

/// What a layer shows of many rows instead of the rows themselves.
package enum Summary: String, CaseIterable, Resolvable {
  /// The middle or the mean of y in bins of x (of x itself for a rule), always with a spread.
  case median, mean
  /// How many rows, which part of them, or their density, in bins of x; as a line, the part of the
  /// rows up to x.
  case count, share, density
  /// The smallest areas that hold 68 and 95 % of the rows.
  case region
  /// The best row by colour, and the edge of the cells that are as good within a tolerance.
  case best, within

  /// Whether it is a number that says nothing without its spread.
  var needsSpread: Bool { self == .median || self == .mean }

  /// The marks that can show it.
  var marks: [MarkKind] {
    switch self {
    case .median, .mean: [.point, .line, .band, .rule]
    case .count: [.bar]
    case .share: [.bar, .line]
    case .density: [.bar, .line, .band]
    case .region: [.line]
    case .best: [.point, .bar]
    case .within: [.line, .rule]
    }
  }
}
