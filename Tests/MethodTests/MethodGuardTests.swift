import Models
import Support
import TestKit
import Testing

@Suite("A method", .limited)
struct MethodGuardTests {
  @Test func doesNotChangeUnderItsVersion() throws {
    let records = try MethodRecords.all()
    let golden = MethodGuard(known: try GoldenMethods.read())
    for record in records {
      guard let objection = golden.objection(to: record) else { continue }
      Issue.record("\(objection)")
      if Golden.isRewriting { try GoldenMethods.write(golden.extended(by: record)) }
    }
    for name in golden.missing(from: records) {
      Issue.record("'\(name)' is gone; the old version of a method stays callable")
    }
  }

  @Test func hasARecordForEveryModel() throws {
    let names = try MethodRecords.all().map(\.name)
    for card in (ModelCatalogue.earlier + ModelCatalogue.all).map({ $0.card }) {
      #expect(names.contains("\(card.name) \(card.method)"))
    }
    #expect(Set(names).count == names.count)
  }

  @Test func isReadAsItIsWritten() throws {
    for record in try MethodRecords.all() {
      let read = try #require(MethodRecord(text: record.text))
      #expect(read.text == record.text)
      #expect(MethodGuard(known: [read]).objection(to: record) == nil)
    }
  }

  /// A method as it is, and as it might become.
  private static func record(
    _ bound: Double = 50, _ value: String = "1.5", more: [JSONValue.Member] = [],
    columns: [ResultTable.Column] = []
  ) -> MethodRecord {
    MethodRecord(
      "taper v1", definition: .object([.init("upper", .number(bound))] + more),
      results: [
        ResultTable("fits", [.init(name: "omega", values: ["2", value])] + columns)
      ])
  }

  private static let golden = MethodGuard(
    known: [
      record(more: steps("first", "last")), MethodRecord("old v0", definition: .null, results: []),
    ])

  private static func steps(_ names: String...) -> [JSONValue.Member] {
    [.init("steps", .array(names.map { ["name": .string($0)] }))]
  }

  @Test func mayStay() {
    #expect(Self.golden.objection(to: Self.record(more: Self.steps("first", "last"))) == nil)
  }

  @Test(arguments: [
    (record(60, more: steps("first", "last")), "/definition/upper: 50 → 60"),
    (
      record(50.nextUp, more: steps("first", "last")),
      "/definition/upper: 50 → 50.00000000000001"
    ),
    (
      record(50, "1.5000000000000002", more: steps("first", "last")),
      "fits/omega, row 2: 1.5 → 1.5000000000000002"
    ),
    (
      record(more: steps("last", "first")),
      #"/definition/steps: ["first","last"] → ["last","first"]"#
    ),
  ])
  func isNotLeftToDrift(record: MethodRecord, change: String) throws {
    let objection = try #require(Self.golden.objection(to: record))
    #expect(
      objection.contains(
        "'taper v1, engine \(Engine.number)' changed at \(change); raise the version"))
    #expect(Self.golden.extended(by: record) == Self.golden.known[0], "a rewriting run refuses")
  }

  @Test func isAddedUnderANewVersion() throws {
    let new = MethodRecord("taper v2", definition: [:], results: [])
    #expect(try #require(Self.golden.objection(to: new)).contains("has no golden file"))
    #expect(Self.golden.extended(by: new) == new)
    #expect(Self.golden.missing(from: [new]) == ["taper v1", "old v0"])
  }

  @Test(arguments: [
    (record(more: [.init("unit", "kpc")] + steps("first", "last")), "/definition/unit"),
    (record(more: steps("first", "middle", "last")), "/definition/steps"),
    (
      record(more: steps("first", "last"), columns: [.init(name: "chi2", values: ["3", ""])]),
      "fits/chi2"
    ),
  ])
  func mayTellMoreOfItself(record: MethodRecord, place: String) throws {
    let objection = try #require(Self.golden.objection(to: record))
    #expect(objection.contains("nothing golden for \(place)"))
    let extended = Self.golden.extended(by: record)
    #expect(MethodGuard(known: [extended]).objection(to: record) == nil)
    #expect(MethodGuard(known: [extended]).objection(to: Self.golden.known[0]) != nil)
  }
}
