/// Which changes of a number do not count.
///
/// A change is tolerated if any of the limits allows it. The defaults allow none: equal is what has
/// the same bits, save for the sign of zero.
package struct DiffTolerance: Equatable, Sendable {
  /// The largest change in the unit of the column.
  package let absolute: Double
  /// The largest change as a part of the larger magnitude of the two numbers.
  package let relative: Double
  /// The largest change in combined errors; `nil` leaves errors aside.
  package let sigmas: Double?

  package static let none = DiffTolerance()

  package init(absolute: Double = 0, relative: Double = 0, sigmas: Double? = nil) {
    self.absolute = absolute
    self.relative = relative
    self.sigmas = sigmas
  }

  /// Whether two numbers count as equal.
  ///
  /// - Parameters:
  ///   - old: The number before; NaN if it was missing.
  ///   - new: The number after; NaN if it is missing.
  ///   - sigma: Their combined error; NaN if there is none.
  /// - Returns: Whether the change is within a limit. A number and a missing one are never equal.
  func allows(_ old: Double, _ new: Double, sigma: Double) -> Bool {
    if old == new || (old.isNaN && new.isNaN) { return true }
    let change = (new - old).magnitude
    guard change.isFinite else { return false }
    if change <= absolute + relative * max(old.magnitude, new.magnitude) { return true }
    guard let sigmas else { return false }
    return change <= sigmas * sigma
  }
}
