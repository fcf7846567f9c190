import Figures
import TestKit
import Testing

@Suite("Palette", .limited)
struct PaletteTests {
  static let series: [Tone] = [.k1, .k2, .k3, .k4, .k5, .k6, .ink]

  /// The smallest difference of two colours.
  private func least(_ tones: [Tone], _ palette: Palette, _ vision: ColourVision) -> Double {
    let all = tones.indices.flatMap { a in
      tones.indices.filter { $0 > a }.map { b in
        vision.difference(palette.hex(tones[a]), palette.hex(tones[b]))
      }
    }
    return all.min() ?? 0
  }

  @Test(
    "its colours differ under every colour vision as the guide measured",
    arguments: zip(ColourVision.allCases, [(21.6, 21.2), (14.8, 16.9), (14.0, 16.7), (11.0, 12.3)]))
  func differs(vision: ColourVision, least: (light: Double, dark: Double)) {
    #expect(abs(self.least(Self.series, .light, vision) - least.light) < 0.1)
    #expect(abs(self.least(Self.series, .dark, vision) - least.dark) < 0.1)
  }

  @Test(arguments: ColourVision.allCases)
  func tellsEverySeriesApart(vision: ColourVision) {
    #expect(least(Self.series + [.ink2], .light, vision) > 10)
    #expect(least(Self.series + [.ink2], .dark, vision) > 10)
  }

  @Test(arguments: [Tone.t1, .t2, .t3, .t4, .t5, .t6, .ink, .ink2])
  func canBeReadAsText(tone: Tone) {
    for palette in [Palette.light, .dark] {
      #expect(ColourVision.contrast(palette.hex(tone), palette.hex(.bg)) >= 4.5)
    }
  }

  @Test(arguments: Tone.allCases)
  func hasATextToneThatIsForText(tone: Tone) {
    #expect(tone.ofText.ofText == tone.ofText)
    #expect(![.ink3, .rule, .k1, .k2, .k3, .k4, .k5, .k6].contains(tone.ofText))
  }

  @Test func goesThroughCividis() {
    #expect(Cividis.colour(-1) == 0x00204D)
    #expect(Cividis.colour(0) == 0x00204D)
    #expect(Cividis.colour(1) == 0xFFEA46)
    #expect(Cividis.colour(.infinity) == 0xFFEA46)
    let bright = (0...50).map { step in
      let hex = String(Cividis.colour(Double(step) / 50), radix: 16)
      return ColourVision.luminance("#" + String(repeating: "0", count: 6 - hex.count) + hex)
    }
    #expect(zip(bright, bright.dropFirst()).allSatisfy { $0 < $1 })
  }
}
