import Models
import Specs
import Steps
import Support
import Testing

@Suite("A method")
struct MethodGuardTests {
  @Test func doesNotChangeUnderItsVersion() throws {
    let records = try MethodRecords.all()
    let golden = MethodGuard()
    for record in records {
      if let objection = golden.objection(to: record) { Issue.record("\(objection)") }
    }
    for key in golden.missing(from: records) {
      Issue.record("'\(key)' is gone; the old version of a method stays callable")
    }
    if MethodGuard.isRewriting { try golden.write(records) }
  }

  @Test func hasARecordForEveryModel() throws {
    let keys = try MethodRecords.all().map(\.key)
    for card in ModelCatalogue.all.map({ $0.card }) {
      #expect(keys.contains("\(card.name) \(card.method), engine \(Engine.number)"))
    }
    #expect(Set(keys).count == keys.count)
  }

  @Test func isTriedByEveryStep() throws {
    let steps = try (EngineSpecs.all.map(\.members) + [EngineSpecs.steps])
      .flatMap { try MadeSample.spec($0).analyses }
    let keys = Set(steps.map { type(of: $0).key }).union(["optimize"])
    #expect(StepCatalogue.all.map { $0.key }.filter { !keys.contains($0) } == [])
  }

  /// A method as it is, and as it might become.
  private static func record(
    _ bound: Double = 50, _ value: String = "1.5", more: [JSONValue.Member] = []
  ) -> MethodRecord {
    MethodRecord(
      "taper v1", definition: .object([.init("upper", .number(bound))] + more),
      results: ["fits": ["omega": .string("2; \(value)")]])
  }

  private static let golden = MethodGuard(
    known: .object([.init(record().key, record().json), .init("old v0, engine 0", .null)]))

  @Test func mayStay() {
    #expect(Self.golden.objection(to: Self.record()) == nil)
    #expect(Self.golden.missing(from: [Self.record(), Self.engine]) == [])
  }

  private static let engine = MethodRecord("engine", definition: [:], results: [:])

  @Test(arguments: [
    (record(60), "/definition/upper: 50 → 60"),
    (record(50.nextUp), "/definition/upper: 50 → 50.00000000000001"),
    (record(50, "1.5000000000000002"), "/results/fits/omega/1: 1.5 → 1.5000000000000002"),
  ])
  func isNotLeftToDrift(record: MethodRecord, change: String) throws {
    let objection = try #require(Self.golden.objection(to: record))
    #expect(objection.contains("'taper v1, engine 1' changed at \(change); raise the version"))
    #expect(Self.golden.extended(by: [record]) == Self.golden.known, "a rewriting run refuses")
  }

  @Test func isAddedUnderANewVersion() throws {
    let new = MethodRecord("taper v2", definition: [:], results: [:])
    #expect(try #require(Self.golden.objection(to: new)).contains("has no golden entry"))
    #expect(Self.golden.extended(by: [new])["taper v2, engine 1"] == new.json)
    #expect(Self.golden.missing(from: [new, Self.engine]) == ["taper v1, engine 1"])
  }

  @Test func mayTellMoreOfItself() throws {
    let more = Self.record(more: [.init("unit", "kpc")])
    #expect(
      try #require(Self.golden.objection(to: more)).contains("nothing golden for /definition/unit"))
    #expect(Self.golden.extended(by: [more])[more.key] == more.json)
  }
}
