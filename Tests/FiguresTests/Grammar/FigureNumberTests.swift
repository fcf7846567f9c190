import Figures
import TestKit
import Testing

@Suite("Numbers and symbols of figures", .limited)
struct FigureNumberTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.234, "1.23"), (13.62, "13.6"), (999.6, "1,000"), (-12.5, "−12.5"),
    (105_875, "105,875"), (0.00005, "5 × 10^{−5}"), (0.0001, "0.000100"),
    (1.2e-10, "1.2 × 10^{−10}"), (2_500_000, "2.5 × 10^{6}"), (.nan, "–"), (0.9995, "1.00"),
    (1e-10, "10^{−10}"),
  ])
  func writesThreeDigits(value: Double, text: String) {
    #expect(FigureNumber.text(value, digits: 3) == text)
  }

  @Test(arguments: [
    (34.8812, 0.9421, "34.88 ± 0.94"), (135.24, 7.31, "135.2 ± 7.3"), (59.2, 3.38, "59.2 ± 3.4"),
    (0.27114, 0.0601, "0.271 ± 0.060"), (100, 0.996, "100.0 ± 1.0"), (1234.5, 123.4, "1,235 ± 123"),
    (5, .nan, "5.00"), (-3.456, 0.12, "−3.46 ± 0.12"),
  ])
  func writesTheErrorWithTwoDigits(value: Double, error: Double, text: String) {
    #expect(FigureNumber.text(value, error: error) == text)
  }

  @Test func writesRanges() {
    #expect(FigureNumber.range(0.6, 0.8) == "0.60–0.80")
    #expect(FigureNumber.short(0.5) == "0.5")
    #expect(FigureNumber.short(2) == "2")
  }

  @Test(arguments: [
    ("v_obs", "*V*_{obs}"), ("v200", "*V*_{200}"), ("upsilon_disk", "Υ_{disk}"), ("omega", "ω"),
    ("chi2_reduced", "χ^{2}_{ν}"), ("chi2", "χ^{2}"), ("hubble_type", "hubble type"),
    ("loo_r2", "LOO *R*^{2}"), ("delta_bic", "ΔBIC"), ("e_v_obs", "error of *V*_{obs}"),
    ("fits.c200", "*c*_{200}"), ("r_t", "*R*_{t}"), ("distance", "*D*"), ("log_v", "log *V*"),
  ])
  func writesSymbols(name: String, text: String) {
    #expect(QuantitySymbol.text(name) == text)
  }

  @Test func writesUnitsAndBounds() {
    #expect(UnitText.text("km / s") == "km/s")
    #expect(UnitText.text("m / s2") == "m/s^{2}")
    #expect(UnitText.text("km / s / kpc") == "km/s/kpc")
    #expect(UnitText.text("1e9 solMass") == "10^{9} *M*_{sun}")
    #expect(UnitText.suffix("deg") == "°")
    #expect(
      QuantitySymbol.bound("v200 upper, c200 lower") == "*V*_{200} upper, *c*_{200} lower")
  }
}
