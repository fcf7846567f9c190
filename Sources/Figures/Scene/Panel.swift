/// One set of axes with what is drawn in it.
package struct Panel: Sendable {
  package var x: Axis
  package var y: Axis
  /// The height between the ends of the y axis, in points; `nil` for the usual one of its block.
  package var height: Double?
  package var frame: Frame
  /// In the order of drawing, the lowest first.
  package var marks: [Mark]
  package var labels: Labels
  /// What stands in the key, from top to bottom of the picture; empty for what the marks say.
  package var key: [KeyEntry]
  /// The line over the panel, beside the label of y: what it shows, counts.
  package var captions: [HeadLine.Phrase]
  /// Words inside, in an empty corner.
  package var note: String?
  package var colourBar: ColourBar?

  package init(
    x: Axis, y: Axis, height: Double?, frame: Frame, marks: [Mark], labels: Labels,
    key: [KeyEntry], captions: [HeadLine.Phrase], note: String?, colourBar: ColourBar?
  ) {
    self.x = x
    self.y = y
    self.height = height
    self.frame = frame
    self.marks = marks
    self.labels = labels
    self.key = key
    self.captions = captions
    self.note = note
    self.colourBar = colourBar
  }

  /// Which sides have a line.
  package enum Frame: Sendable {
    /// Left and bottom.
    case axes
    /// All four, as for maps.
    case full
    /// None: names and numbers stand beside rows.
    case none
  }

  /// How series are named.
  package enum Labels: Sendable {
    /// Beside what they name, a key where there is no room.
    case beside
    /// In a key in an empty corner.
    case key
    /// In a key at the right of the panel, as for a map.
    case side
    case none
  }
}
