/// The colours of maps, from dark blue to yellow, even in lightness and for every colour vision.
///
/// - SeeAlso: Nuñez, Anderton & Renslow 2018, PLoS ONE 13, e0199239; twelve of its colours, with
///   straight lines between them.
package enum Cividis {
  private static let anchors: [(Int, Int, Int)] = [
    0x00204D, 0x00306F, 0x2A406C, 0x48526B, 0x5E626E, 0x727374, 0x878479, 0x9E9677, 0xB6A971,
    0xD0BE67, 0xEAD357, 0xFFEA46,
  ].map { ($0 >> 16, $0 >> 8 & 255, $0 & 255) }

  /// The colour of a part between 0 and 1, as `0xRRGGBB`; parts beyond have that of the end.
  package static func colour(_ part: Double) -> Int {
    guard !part.isNaN else { return colour(0.5) }
    let place = Swift.min(Swift.max(part, 0), 1) * Double(anchors.count - 1)
    let index = Swift.min(Int(place), anchors.count - 2)
    let (a, b) = (anchors[index], anchors[index + 1])
    let f = place - Double(index)
    func mixed(_ from: Int, _ to: Int) -> Int {
      Int((Double(from) * (1 - f) + Double(to) * f).rounded())
    }
    return mixed(a.0, b.0) << 16 | mixed(a.1, b.1) << 8 | mixed(a.2, b.2)
  }
}
