import Models
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("The posterior of a spec", .limited)
struct PosteriorSettingsTests {
  private static func spec(_ more: String) throws -> ExperimentSpec {
    try Reading.spec(MadeUp.spec(more, models: #"["nfw", "rar"]"#))
  }

  @Test func hasDefaults() throws {
    let spec = try Self.spec(#""posterior": {}"#)
    let settings = try #require(spec.posterior).value
    #expect(settings.seed == 1 && settings.draws == 1000 && settings.derive.isEmpty)
    #expect(settings.method.value == .importance)
    #expect(
      spec.resolved["posterior"]
        == ["seed": 1, "draws": 1000, "method": "importance", "derive": [:]])
    #expect(spec.resolved["methods"]?["sampler"] == "v1_importance")
    let again = try Reading.spec(String(decoding: spec.resolved.readableBytes, as: UTF8.self))
    #expect(again.resolved == spec.resolved)
  }

  @Test func chooses() throws {
    for method in SamplerMethod.allCases where method != .grid {
      let spec = try Self.spec(#""posterior": {"method": "\#(method.rawValue)"}"#)
      #expect(spec.resolved["methods"]?["sampler"] == .string("v1_\(method.rawValue)"))
    }
  }

  @Test func determinesResults() throws {
    let texts = [
      #""question": """#, #""posterior": {}"#, #""posterior": {"seed": 2}"#,
      #""posterior": {"draws": 100}"#, #""posterior": {"method": "chains"}"#,
      #""posterior": {"derive": {"m": "m200"}}"#, #""posterior": {"derive": {"m": "2 * m200"}}"#,
    ]
    let parts = try texts.map { try Self.spec($0).scientific.canonicalText }
    #expect(Set(parts).count == texts.count)
    // The order of what is derived does not count.
    let (one, other) = (
      try Self.spec(#""posterior": {"derive": {"a": "v200", "b": "c200"}}"#),
      try Self.spec(#""posterior": {"derive": {"b": "c200", "a": "v200"}}"#)
    )
    #expect(one.scientific == other.scientific)
    #expect(try #require(other.posterior).value.derive.map(\.key.value) == ["a", "b"])
    #expect(!(try Self.spec(texts[0])).resolved.canonicalText.contains("posterior"))
  }

  @Test func derivesWhatAModelKnows() throws {
    let spec = try Self.spec(
      #""posterior": {"derive": {"m": "m200 / 1e9", "r": "r_s + 0 * r_disk", "g": "g_dagger * 2"}}"#
    )
    let settings = try #require(spec.posterior).value
    let sample = try MadeUp.plan(MadeUp.spec()).sample
    let formulas = DerivedFormulas(settings, NFWHalo.card, over: sample.catalogue)
    #expect(formulas.entries.map(\.name) == ["m", "r"])
    var place = Quantities(repeating: .nan)
    (place.law[0], place.law[1]) = (73, 10)
    #expect(formulas.entries[0].formulas[0].value(at: place).isNear(123.9, relative: 1e-3))
    #expect(formulas.entries[1].formulas[0].value(at: place).isNear(10))
    // Gamma has no r_disk.
    #expect(formulas.entries[1].formulas[2].value(at: place).isNaN)
    let law = RadialAccelerationRelation.card
    #expect(
      DerivedFormulas(settings, law, over: sample.catalogue).entries.map(\.name) == ["g"])
  }
}
