/// What runs along one side of a panel.
package struct Axis: Equatable, Sendable {
  /// With its unit in round brackets, in the markup of labels.
  package var label: String
  package var scale: Scale
  /// The values at both ends.
  package var domain: ClosedRange<Double>
  /// Whether faint lines lead from the ticks through the panel.
  package var hasGrid: Bool
  /// Places of ticks and their texts where they are not those that a person would choose.
  package var ticks: [Tick]?

  package init(
    label: String, scale: Scale, domain: ClosedRange<Double>, hasGrid: Bool, ticks: [Tick]?
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
    self.hasGrid = hasGrid
    self.ticks = ticks
  }

  /// How values become places.
  package enum Scale: Equatable, Sendable {
    case linear
    /// In decades; values are positive.
    case log
    /// Linear to ± a threshold, in decades beyond.
    case symlog(linearTo: Double)
    /// A place for each word, from the left or from the top: the first is at 0, its neighbours one
    /// apart, and the domain is −0.5 to n − 0.5. On the y axis the first is at the top.
    case words([String])
  }

  /// A place with a text.
  package struct Tick: Equatable, Sendable {
    package var value: Double
    /// In the markup of labels; empty for none.
    package var text: String

    package init(_ value: Double, _ text: String) {
      (self.value, self.text) = (value, text)
    }
  }
}
