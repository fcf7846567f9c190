import Foundation
import Models
import TestKit
import Testing

@Suite("Model catalogue", .limited)
struct ModelCatalogueTests {
  /// One anchor of one card.
  struct Case: CustomTestStringConvertible, Sendable {
    let law: any RotationLaw.Type
    let anchor: ModelCard.Anchor

    var testDescription: String {
      let values = anchor.parameters.map { "\($0)" }.joined(separator: ", ")
      return "\(law.card.name) [\(values)] at \(anchor.radius) kpc: \(anchor.because)"
    }
  }

  static let anchors = ModelCatalogue.all.flatMap { law in
    law.card.anchors.map { Case(law: law, anchor: $0) }
  }

  @Test(arguments: anchors)
  func keepsTheAnchor(_ example: Case) {
    let anchor = example.anchor
    #expect(anchor.parameters.count == example.law.card.parameters.count)
    let point = LawPoint(
      radius: anchor.radius, baryonSpeed: anchor.baryonSpeed,
      diskScaleLength: anchor.diskScaleLength)
    let speed = example.law.speed(at: point, ParameterVector(anchor.parameters))
    #expect(abs(speed - anchor.speed) <= 2 * anchor.speed.ulp)
  }

  @Test func holdsEveryLawThatHasAFile() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Models/Laws").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }
    #expect(files.sorted() == ModelCatalogue.all.map { "\($0)" }.sorted())
  }

  @Test func givesEveryModelAndMethodANameOfItsOwn() {
    #expect(Set(ModelCatalogue.names).count == ModelCatalogue.all.count)
    #expect(Set(ModelCatalogue.all.map { $0.card.method }).count == ModelCatalogue.all.count)
    for law in ModelCatalogue.all {
      #expect(ModelCatalogue.law(named: law.card.name) == law)
    }
    #expect(ModelCatalogue.law(named: "Linear") == nil)
  }

  @Test(arguments: ModelCatalogue.all.map { $0.card.name })
  func holdsOnlyCompleteCards(_ name: String) throws {
    let card = try #require(ModelCatalogue.law(named: name)).card
    #expect(card.method.wholeMatch(of: /v[1-9][0-9]*_\w+/) != nil)
    #expect(card.summary.hasSuffix("."))
    #expect(card.formula.hasPrefix("V = "))
    #expect(!card.source.isEmpty)
    #expect(!card.anchors.isEmpty)
    #expect((1...ParameterVector.capacity).contains(card.parameters.count))
    #expect(Set(card.parameters.map(\.name)).count == card.parameters.count)
    for parameter in card.parameters {
      #expect(parameter.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
      #expect(card.formula.contains(parameter.name))
      #expect(!parameter.summary.isEmpty)
      // Only a ratio of two lengths and an exponent have no unit.
      #expect(parameter.unit.isEmpty == ["k", "c200", "alpha"].contains(parameter.name))
      #expect(parameter.bounds.lowerBound < parameter.bounds.upperBound)
      #expect(parameter.domain == .real || parameter.bounds.lowerBound >= 0)
      #expect(parameter.spacing == .linear || parameter.domain == .positive)
    }
    #expect(card.needs.allSatisfy { card.formula.contains($0) })
  }

  @Test func listsEveryParameterOnceAndAgreesOnItsUnit() {
    let parameters = ModelCatalogue.parameters
    #expect(
      parameters.map(\.name) == [
        "omega", "r_t", "v_max", "k", "v200", "c200", "alpha", "g_dagger",
      ])
    for parameter in ModelCatalogue.all.flatMap({ $0.card.parameters }) {
      #expect(parameters.first { $0.name == parameter.name }?.unit == parameter.unit)
    }
  }

  @Test func keepsThePublishedBounds() {
    func bounds(_ name: String) -> [ClosedRange<Double>]? {
      ModelCatalogue.law(named: name)?.card.parameters.map(\.bounds)
    }
    #expect(bounds("linear") == [-50...50])
    #expect(bounds("quadrature") == [-50...50])
    #expect(bounds("rational-taper") == [0...50, 0.1...50])
    #expect(bounds("tanh-taper") == [0...500, 0.1...50])
    #expect(bounds("rational-taper-kRd") == [0...200, 0.1...20])
    for halo in ["pseudo-isothermal", "nfw", "burkert"] {
      #expect(bounds(halo) == [10...500, 0...1000])
    }
  }

  @Test func keepsThePublishedMethods() {
    #expect(
      ModelCatalogue.all.map { $0.card.method } == [
        "v1_fixed_ML", "v1_quadrature", "v1_rational_taper", "v1_tanh_taper", "v2_kRd_taper",
        "v1_pseudo_isothermal", "v1_nfw", "v1_burkert", "v1_einasto", "v1_rar",
      ])
  }
}
