/// What a fit is asked for beside its optimum.
package struct FitExtras: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Intervals by profile, and the correlations of interior fits.
  package static let intervals = FitExtras(rawValue: 1)
}
