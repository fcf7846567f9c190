/// A figure as SVG, the same bytes for the same scene.
///
/// Colours are attributes with the values of the light page, and classes `f-<tone>` and `s-<tone>`
/// for the style sheet of a page that has a dark side.
package struct Drawing: Sendable {
  /// A file of its own, as wide as a column or a page.
  package let svg: String
  /// For use inside of an HTML page: without a namespace and a size.
  package let inline: String
  /// In points.
  package let width: Double
  package let height: Double
  /// Words that are cut or lie on each other.
  package let faults: [LayoutFault]

  private static let font = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif"

  init(_ canvas: Canvas, height: Double, of scene: Scene) {
    width = canvas.width
    self.height = height
    faults = LayoutFault.faults(of: canvas.boxes, width: canvas.width, height: height)
    var summary = scene.summary
    if canvas.leftOut > 0 {
      let noun = canvas.leftOut == 1 ? "text is" : "texts are"
      summary += " \(canvas.leftOut) \(noun) left out where there is no room."
    }
    var frame: [UInt8] = []
    frame.add(" viewBox=\"0 0 ")
    frame.add(canvas.width)
    frame.append(0x20)
    frame.add(height)
    frame.add("\" role=\"img\" aria-labelledby=\"\(scene.id)-t \(scene.id)-d\"")
    frame.add(" font-family=\"\(Self.font)\">\n<title id=\"\(scene.id)-t\">")
    frame.add(escaped: scene.title)
    frame.add("</title>\n<desc id=\"\(scene.id)-d\">")
    frame.add(escaped: summary)
    frame.add("</desc>\n<rect class=\"f-bg\" width=\"100%\" height=\"100%\" fill=\"")
    frame.add(Palette.light.hex(.bg))
    frame.add("\"/>\n")
    frame += canvas.bytes
    frame.add("</svg>\n")
    var head: [UInt8] = []
    head.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(scene.size.millimetres)mm\"")
    head.add(" height=\"")
    head.add(height * 25.4 / 72)
    head.add("mm\"")
    svg = String(decoding: head + frame, as: UTF8.self)
    inline = String(decoding: Array("<svg".utf8) + frame, as: UTF8.self)
  }
}
