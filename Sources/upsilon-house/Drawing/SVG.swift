/// The few shapes of which the picture of a house is made.
enum SVG {
  static let legend =
    "An arrow leads from dots, each one that names, to what is named. "
    + "A room in the line names only rooms to its left; what names one to its right is red."

  static func document(_ width: Double, _ height: Double, _ shapes: [String]) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
    width="\(width)" height="\(height)">
    <style>
    text { font-family: sans-serif; font-size: 12px; fill: #222 }
    .name, .title { text-anchor: middle }
    .title { font-weight: bold }
    .legend { font-size: 11px; fill: #555 }
    .paper { fill: #fff }
    .band { fill: #f3f5f8 }
    .room { fill: #fff; stroke: #8894a4 }
    .floor { fill: #dfe7f2; stroke: #5b6b80 }
    .rail, .stair { stroke: #7a8798; fill: none }
    .up { stroke: #c22; fill: none }
    circle.rail, circle.stair, path.rail, path.stair { fill: #7a8798 }
    circle.up { fill: #c22 }
    </style>
    <rect class="paper" width="\(width)" height="\(height)"/>
    \(shapes.joined(separator: "\n"))
    </svg>

    """
  }

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String
  ) -> String {
    "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> String {
    "<line class=\"\(style)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>"
  }

  static func dot(_ x: Double, _ y: Double, _ style: String) -> String {
    "<circle class=\"\(style)\" cx=\"\(x)\" cy=\"\(y)\" r=\"2.5\"/>"
  }

  /// A line straight down, with a head at its end.
  static func arrow(_ x: Double, _ start: Double, _ end: Double, _ style: String) -> String {
    line(x, start, x, end, style)
      + "<path class=\"\(style)\" d=\"M \(x - 3.5) \(end - 6) L \(x + 3.5) \(end - 6) "
      + "L \(x) \(end) Z\"/>"
  }

  static func text(_ x: Double, _ y: Double, _ style: String, _ text: String) -> String {
    "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\">\(text)</text>"
  }
}
