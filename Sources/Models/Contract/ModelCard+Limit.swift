extension ModelCard {
  /// A law that another one becomes where a parameter grows or falls beyond its range, the other
  /// parameters following.
  ///
  /// A fit on that bound wants the other law: the two are not to be told apart by such a fit. That
  /// every law leaves the baryons alone where its amplitude is zero needs no such word.
  package struct Limit: Sendable {
    /// The name of the parameter.
    package let parameter: String
    /// The end of its range.
    package let side: BoundSides.Side
    /// The name of the law that is left.
    package let law: String
    /// What becomes of the formula there.
    package let because: String

    package init(
      _ parameter: String, _ side: BoundSides.Side, is law: String, because: String
    ) {
      (self.parameter, self.side) = (parameter, side)
      (self.law, self.because) = (law, because)
    }

    /// The bound as tables have it: `r_t upper`.
    package var bound: String { "\(parameter) \(side.rawValue)" }
  }
}
