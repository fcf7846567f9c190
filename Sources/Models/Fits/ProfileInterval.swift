/// How far a quantity may go from its best value, the others refitted within their bounds.
///
/// The ends are where the least objective for the quantity is 1 and 4 above the least of all: one
/// and two standard deviations of a normal distribution. An end is NaN where the quantity reaches
/// its bound before.
package struct ProfileInterval: Equatable, Sendable {
  package var lower1 = Double.nan
  package var upper1 = Double.nan
  package var lower2 = Double.nan
  package var upper2 = Double.nan

  package init() {}

  /// The ends in the order of tables and records.
  package var ends: [Double] { [lower1, upper1, lower2, upper2] }
}
