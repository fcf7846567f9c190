/// The colour of every tone, on the light and on the dark page.
///
/// Okabe–Ito on white, lifted for a dark page; measured in CAM02-UCS under three kinds of colour
/// vision.
package struct Palette: Sendable {
  private let hex: [Tone: String]

  /// The colour of a tone: `#` and six digits.
  package func hex(_ tone: Tone) -> String {
    guard let digits = hex[tone] else { preconditionFailure("no colour for \(tone)") }
    return digits
  }

  private init(_ colours: String) {
    let words = colours.split(separator: " ").map { "#\($0)" }
    hex = Dictionary(uniqueKeysWithValues: zip(Tone.allCases, words))
  }

  /// In the order of ``Tone``.
  package static let light = Palette(
    "1a1a1a 555555 8a8a8a e4e4e4 ffffff 0072B2 D55E00 009E73 CC79A7 E69F00 56B4E9 "
      + "00639C A84800 00714F 96407A 7F5700 1C6EA4")
  package static let dark = Palette(
    "ececec c0c5cd 7f858f 30343b 15171b 4C8DEB EB7C24 16BF83 C792B7 F3D22F ACD2FF "
      + "7DB0F5 F39A55 3FD09B D6A9C8 F3D22F ACD2FF")
}
