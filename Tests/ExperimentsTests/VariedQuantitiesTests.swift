import Models
import Specs
import Support
import Tables
import TestKit
import Testing

/// How many quantities a spec may leave free together.
@Suite("Quantities that are free together", .limited)
struct VariedQuantitiesTests {
  static let range = QuantityRange(.number(0), .number(1))

  /// What is said of a model of five parameters and some free quantities of the galaxy.
  static func report(
    _ free: [GalaxyParameter], fixed axes: [String] = [], parameter: QuantityRange = range
  ) -> [String] {
    let report = InputReport()
    let bounds = (0..<5).map {
      ParameterBounds(model: "five", parameter: "p\($0)", $0 == 0 ? parameter : range)
    }
    ExperimentSpec.checkVaried(
      ["five"], bounds, free.map { FreeQuantity($0, range) }, fixed: axes, at: nil, report)
    return report.diagnostics.map(\.message)
  }

  @Test func areEightAtMost() {
    #expect(Self.report([.upsilonDisk, .distance, .inclination]) == [])
    #expect(
      Self.report([.upsilonDisk, .upsilonGas, .distance, .inclination]) == [
        "model 'five' has 5 free parameters beside 4 free quantities of the galaxy, and a fit "
          + "varies at most 8 together"
      ])
  }

  @Test func areNotThoseThatASpecFixes() {
    let four = [GalaxyParameter.upsilonDisk, .upsilonGas, .distance, .inclination]
    #expect(Self.report(four, fixed: ["p3"]) == [])
    #expect(Self.report(four, parameter: QuantityRange(.number(2), .number(2))) == [])
    let known = PriorRule.normal(mean: .number(1), sigma: .number(0))
    #expect(
      Self.report(four, parameter: QuantityRange(.number(0), .number(3), prior: known)) == [])
  }
}
