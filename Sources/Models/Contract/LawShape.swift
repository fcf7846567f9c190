package import Numerics

/// The shape of a separable law at one radius, with its derivatives.
package struct LawShape<Value: LaneValue>: Sendable {
  /// What the amplitude multiplies.
  package let value: Value
  /// The derivative by the scale.
  package let slope: Value
  /// The second derivative by the scale.
  package let bend: Value
  /// The derivatives by the radius and by what is known of the galaxy, for an amplitude of one.
  package let galaxy: GalaxySlopes<Value>

  /// A shape that depends on nothing of the galaxy but its lengths.
  ///
  /// - Parameters:
  ///   - value: What the amplitude multiplies.
  ///   - slope: The derivative by the scale.
  ///   - bend: The second derivative by the scale.
  ///   - length: The derivative by the logarithm of the radius and every length of the galaxy at
  ///     once.
  @inline(__always)
  package init(_ value: Value, slope: Value, bend: Value, length: Value) {
    self.init(value, slope: slope, bend: bend, galaxy: GalaxySlopes<Value>(length: length))
  }

  @inline(__always)
  package init(_ value: Value, slope: Value, bend: Value, galaxy: GalaxySlopes<Value>) {
    self.value = value
    self.slope = slope
    self.bend = bend
    self.galaxy = galaxy
  }
}
