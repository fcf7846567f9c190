/// The paper: elements one after the other, and the boxes of all words.
struct Canvas {
  let id: String
  let width: Double
  private(set) var bytes: [UInt8] = []
  var boxes: [(box: Box, text: String)] = []
  /// Words of the data that were left out, since they would lie on others.
  var leftOut = 0
  private var clips = 0

  init(id: String, width: Double) {
    self.id = id
    self.width = width
  }

  mutating func add(_ text: String) { bytes.add(text) }
  mutating func with(_ change: (inout [UInt8]) -> Void) { change(&bytes) }

  mutating func path(_ data: PathData, _ look: Look) {
    guard !data.isEmpty else { return }
    bytes.add("<path d=\"")
    bytes += data.bytes
    bytes.append(0x22)
    add(look)
    if look.stroke != nil { bytes.add(" stroke-linejoin=\"round\"") }
    bytes.add("/>\n")
  }

  mutating func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ look: Look) {
    var data = PathData()
    data.move(x0, y0)
    data.line(x1, y1)
    path(data, look)
  }

  mutating func rect(_ box: Box, _ look: Look) {
    openRect(box)
    add(look)
    bytes.add("/>\n")
  }

  /// A rectangle of a map, which is the same on both pages.
  mutating func rect(_ box: Box, colour: Int) {
    openRect(box)
    bytes.add(" fill=\"#")
    for shift in stride(from: 20, through: 0, by: -4) {
      bytes.append(contentsOf: "0123456789ABCDEF".utf8.dropFirst(colour >> shift & 15).prefix(1))
    }
    bytes.add("\"/>\n")
  }

  private mutating func openRect(_ box: Box) {
    bytes.add("<rect x=\"")
    bytes.add(box.left)
    bytes.add("\" y=\"")
    bytes.add(box.top)
    bytes.add("\" width=\"")
    bytes.add(Swift.max(box.width, 0))
    bytes.add("\" height=\"")
    bytes.add(Swift.max(box.height, 0))
    bytes.append(0x22)
  }

  /// Draws something of which only what is inside of a box is seen.
  mutating func clipped(to box: Box, _ draw: (inout Canvas) -> Void) {
    clips += 1
    bytes.add("<clipPath id=\"\(id)-c\(clips)\">")
    openRect(box)
    bytes.add("/></clipPath>\n<g clip-path=\"url(#\(id)-c\(clips))\">\n")
    draw(&self)
    bytes.add("</g>\n")
  }

  /// Draws rectangles that touch each other without seams.
  mutating func crisp(_ draw: (inout Canvas) -> Void) {
    bytes.add("<g shape-rendering=\"crispEdges\">\n")
    draw(&self)
    bytes.add("</g>\n")
  }

  private mutating func add(_ look: Look) {
    let names = [look.fill.map { "f-\($0.rawValue)" }, look.stroke.map { "s-\($0.rawValue)" }]
    bytes.add(" class=\"\(names.compactMap(\.self).joined(separator: " "))\" fill=\"")
    bytes.add(look.fill.map { Palette.light.hex($0) } ?? "none")
    bytes.append(0x22)
    if let stroke = look.stroke {
      bytes.add(" stroke=\"\(Palette.light.hex(stroke))\" stroke-width=\"")
      bytes.add(look.dash == .dotted ? look.width + 0.2 : look.width)
      bytes.append(0x22)
      if let lengths = look.dash.lengths { bytes.add(" stroke-dasharray=\"\(lengths)\"") }
      if look.dash == .dotted { bytes.add(" stroke-linecap=\"round\"") }
    }
    add("opacity", look.opacity)
    add("fill-opacity", look.fillOpacity)
  }

  private mutating func add(_ attribute: String, _ part: Double) {
    guard part < 1 else { return }
    bytes.add(" \(attribute)=\"")
    bytes.add(part)
    bytes.append(0x22)
  }
}
