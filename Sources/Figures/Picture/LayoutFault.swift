/// Words that a reader of the figure could not read.
package struct LayoutFault: Equatable, Sendable, CustomStringConvertible {
  package var kind: Kind
  package var text: String
  /// The text that it meets; empty if it is cut.
  package var other: String

  package enum Kind: Sendable {
    /// It leaves the canvas.
    case cut
    /// It lies on another text.
    case overlap
  }

  package var description: String {
    kind == .cut ? "'\(text)' leaves the figure" : "'\(text)' lies on '\(other)'"
  }

  /// The faults of texts on a canvas: beyond its edge by over 0.3 points, or on each other by more
  /// than 0.2 across and 0.4 along.
  static func faults(
    of boxes: [(box: Box, text: String)], width: Double, height: Double
  ) -> [LayoutFault] {
    let canvas = Box(-0.3, -0.3, width + 0.3, height + 0.3)
    var faults = boxes.filter { entry in
      let box = entry.box
      return box.left < canvas.left || box.top < canvas.top || box.right > canvas.right
        || box.bottom > canvas.bottom
    }.map { LayoutFault(kind: .cut, text: $0.text, other: "") }
    let sorted = boxes.enumerated().sorted {
      ($0.element.box.top, $0.offset) < ($1.element.box.top, $1.offset)
    }.map(\.element)
    var active: [(box: Box, text: String)] = []
    for entry in sorted {
      active.removeAll { $0.box.bottom <= entry.box.top + 0.4 }
      for other in active where entry.box.meets(other.box, across: -0.2, along: -0.4) {
        faults.append(LayoutFault(kind: .overlap, text: entry.text, other: other.text))
      }
      active.append(entry)
    }
    return faults
  }
}
