/// What a fit is asked for beside its optimum.
package struct FitExtras: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Intervals by profile, and the correlations of interior fits.
  package static let intervals = FitExtras(rawValue: 1)
  /// A proof that no other place within the bounds is better by more than 1e-9 of the drop of χ².
  package static let proof = FitExtras(rawValue: 2)
}
