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
    let card = example.law.card
    #expect(anchor.parameters.count == card.parameters.count)
    #expect(anchor.facts.map(\.fact.name) == card.needs.map(\.name))
    let speed = example.law.speed(at: anchor.point, ParameterVector(anchor.parameters))
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
    let methods = (ModelCatalogue.earlier + ModelCatalogue.all).map { $0.card.method }
    #expect(Set(methods).count == methods.count)
    for law in ModelCatalogue.all {
      #expect(ModelCatalogue.law(named: law.card.name) == law)
    }
    #expect(ModelCatalogue.law(named: "Linear") == nil)
  }

  @Test func keepsEarlierVersionsCallable() {
    for name in ModelCatalogue.names {
      let versions = ModelCatalogue.versions(of: name)
      for version in versions {
        let law = ModelCatalogue.law(named: name, version: version)
        #expect(law?.card.method == version && law?.card.name == name)
      }
      #expect(ModelCatalogue.law(named: name)?.card.method == versions.last)
      #expect(ModelCatalogue.law(named: name, version: "v0_none") == nil)
    }
    #expect(ModelCatalogue.versions(of: "quadrature") == ["v1_quadrature", "v2_quadrature"])
    #expect(ModelCatalogue.versions(of: "linear") == ["v1_fixed_ML"])
  }

  @Test(arguments: ModelCatalogue.all.map { $0.card.name })
  func holdsOnlyCompleteCards(_ name: String) throws {
    let card = try #require(ModelCatalogue.law(named: name)).card
    #expect(card.method.wholeMatch(of: /v[1-9][0-9]*_\w+/) != nil)
    #expect(card.summary.hasSuffix("."))
    #expect(card.formula.hasPrefix("V = "))
    #expect(!card.source.isEmpty)
    #expect(!card.anchors.isEmpty)
    #expect(Set(card.parameters.map(\.name)).count == card.parameters.count)
    for parameter in card.parameters {
      #expect(parameter.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
      #expect(card.formula.contains(parameter.name))
      #expect(!parameter.summary.isEmpty)
      #expect(parameter.bounds.lowerBound < parameter.bounds.upperBound)
      #expect(parameter.domain == .real || parameter.bounds.lowerBound >= 0)
      #expect(parameter.spacing == .linear || parameter.domain == .positive)
    }
    for (value, parameter) in zip(card.example, card.parameters) {
      #expect(parameter.bounds.contains(value) && value > 0)
    }
    #expect(card.needs.allSatisfy { card.formula.contains($0.name) })
  }

  @Test func listsEveryParameterOnceAndAgreesOnItsUnit() {
    let parameters = ModelCatalogue.all.flatMap { $0.card.parameters }
    for name in ModelCatalogue.parameterNames {
      #expect(Set(parameters.filter { $0.name == name }.map(\.unit)).count == 1, "\(name)")
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

  /// A card of a law with some parameters.
  static func card(parameters count: Int) -> ModelCard {
    ModelCard(
      name: "wide", method: "v1_wide", summary: "", formula: "", source: "",
      parameters: (0..<count).map { .init("p\($0)", unit: "", in: 0...1, "") },
      example: [Double](repeating: 0.5, count: count), anchors: [])
  }

  @Test func allowsEightParametersAndNoMore() async {
    #expect(Self.card(parameters: 8).quantities.count == 13)
    await #expect(processExitsWith: .failure) { _ = Self.card(parameters: 9) }
  }
}
