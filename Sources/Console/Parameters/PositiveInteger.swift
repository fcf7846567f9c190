/// An integer of at least one, such as a number of jobs.
package struct PositiveInteger: ArgumentValue, Hashable {
  package static let expectation = "a positive integer"

  package let value: Int

  /// - Precondition: `value` is positive.
  package init(_ value: Int) {
    precondition(value > 0, "a positive integer is at least one")
    self.value = value
  }

  package init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.value = value
  }

  package var argument: String { "\(value)" }
}
