/// A value with the place it was read from, for checks that come after the reading.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let place: Place

  /// - Parameters:
  ///   - value: The value.
  ///   - place: Where it was read; nowhere for a default.
  package init(_ value: Value, at place: Place = .nowhere) {
    self.value = value
    self.place = place
  }
}
