import Support

/// An axis as a range: with a step, or with a count of values.
struct AxisRange: Keyed {
  /// How the values of a range with a count are spaced.
  enum Scale: String, CaseIterable, Resolvable {
    case linear
    case log
  }

  /// The longest axis that a range may expand to.
  static let longest = 1_000_000

  static let keys: [ObjectKey<Self>] = [from, through, step, count, scale]
  static let from: ObjectKey<Self> = .required(
    "from", \.from, JSONType.number.located, "first value")
  static let through: ObjectKey<Self> = .required(
    "through", \.through, JSONType.number.located, "last value, included")
  static let step: ObjectKey<Self> = .optional(
    "step", \.step, JSONType.number.located, "distance between values; must divide the range")
  static let count: ObjectKey<Self> = .optional(
    "count", \.count, JSONType.integer(in: 2...longest).located,
    "how many values, both ends included")
  static let scale: ObjectKey<Self> = .value(
    "scale", \.scale, .choice("scale"), "spacing of a range with a count")

  private(set) var from = Located(0.0)
  private(set) var through = Located(0.0)
  private(set) var step: Located<Double>?
  private(set) var count: Located<Int>?
  private(set) var scale = Scale.linear
}
