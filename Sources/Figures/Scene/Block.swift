/// One column of panels that share their x axis, with its head.
package struct Block: Sendable {
  package var head: [HeadLine]
  /// Fitted values under the head, in two columns.
  package var values: [Value]
  /// From top to bottom; ticks are on all, the text of the x axis on the lowest.
  package var panels: [Panel]
  /// The part of the width that it gets among those of its row: 1 for an equal part.
  package var share: Double
  package var density: Density
  /// Lines under the x axis.
  package var foot: [HeadLine]

  package init(
    head: [HeadLine], values: [Value], panels: [Panel], share: Double, density: Density,
    foot: [HeadLine]
  ) {
    self.head = head
    self.values = values
    self.panels = panels
    self.share = share
    self.density = density
    self.foot = foot
  }

  /// A fitted value: `*V*_{200} = 135.2 ± 7.3 km/s`.
  package struct Value: Equatable, Sendable {
    /// In the markup of labels.
    package var text: String
    /// Whether it is on a bound: it stands behind a hollow mark in the colour of doubt.
    package var isDoubtful: Bool

    package init(_ text: String, isDoubtful: Bool) {
      (self.text, self.isDoubtful) = (text, isDoubtful)
    }
  }

  /// How much room there is: a figure of its own, one of many small ones, one of a matrix.
  package enum Density: Sendable {
    case full, small, tiny
  }
}
