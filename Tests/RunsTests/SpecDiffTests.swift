import Plans
import Runs
import Specs
import Support
import TestKit
import Testing

@Suite("Spec diff", .limited)
struct SpecDiffTests {
  private static let bounded = TinyRun.spec.replacing(
    "\"grid\"", with: "\"bounds\": { \"linear\": { \"omega\": [-50, 50] } }, \"grid\"")

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let old: String
    let new: String
    let pointer: String
    let change: [JSONValue]
  }

  @Test(arguments: [
    Case(
      testDescription: "one end of a bound", old: "[-50, 50]", new: "[-50, 60]",
      pointer: "/bounds/linear/omega/1", change: [50, 60]),
    Case(
      testDescription: "both ends of a bound", old: "[-50, 50]", new: "[-60, 60]",
      pointer: "/bounds/linear/omega", change: [[-50, 50], [-60, 60]]),
    Case(
      testDescription: "an axis", old: "[0.3, 0.5]", new: "[0.3, 0.6]",
      pointer: "/grid/upsilon_disk", change: [[0.3, 0.5], [0.3, 0.6]]),
    Case(
      testDescription: "a rule", old: "points >= 5", new: "points >= 6",
      pointer: "/cuts/galaxies/0", change: ["points >= 5", "points >= 6"]),
    Case(
      testDescription: "a step", old: "\"count\", \"median\"", new: "\"count\", \"mean\"",
      pointer: "/analyses/0/statistics/1", change: ["median", "mean"]),
    Case(
      testDescription: "the seed", old: "\"seed\": 5", new: "\"seed\": 6",
      pointer: "/dataset/mock/seed", change: [5, 6]),
  ])
  func namesExactlyOnePointer(_ item: Case) throws {
    let (old, new) = try (
      TinyRun.plan(Self.bounded), TinyRun.plan(Self.bounded, replacing: item.old, with: item.new)
    )
    for isScientific in [(false, false), (true, false), (false, true), (true, true)] {
      let diff = SpecDiff(
        isScientific.0 ? old.spec.scientific : old.spec.resolved,
        isScientific.1 ? new.spec.scientific : new.spec.resolved)
      #expect(diff.settings.map(\.pointer) == [item.pointer])
      #expect(diff.settings.flatMap { [$0.old, $0.new] } == item.change)
      #expect(diff.methods.isEmpty && diff.cosmetic.isEmpty)
    }
  }

  @Test func keepsTheCosmeticApart() throws {
    let changed = TinyRun.spec.replacing("Does it work?", with: "Well?")
      .replacing("\"tiny\"", with: "\"other\"").replacing("\"equals\": 12", with: "\"equals\": 13")
    let diff = try SpecDiff(TinyRun.plan().spec.resolved, TinyRun.plan(changed).spec.resolved)
    #expect(diff.isEmpty)
    #expect(diff.cosmetic.map(\.pointer) == ["/question", "/expect/0/equals"])
  }

  @Test func keepsMethodsApart() {
    let diff = SpecDiff(
      ["upsilon": 1, "methods": ["optimum": "v1"]], ["upsilon": 1, "methods": ["optimum": "v2"]])
    #expect(diff.methods.map(\.pointer) == ["/methods/optimum"])
    #expect(diff.settings.isEmpty)
    #expect(!diff.isEmpty)
  }

  @Test func matchesStepsByName() {
    let first: JSONValue = ["name": "first", "where": "a"]
    let second: JSONValue = ["name": "second", "columns": ["x": 1, "y": 2]]
    let changed: JSONValue = ["name": "second", "columns": ["x": 1, "y": 3]]
    let diff = SpecDiff(["analyses": [first, second]], ["analyses": [changed]])
    #expect(diff.settings.map(\.pointer) == ["/analyses/0", "/analyses/0/columns/y"])
    #expect(diff.settings.map(\.object) == ["first", "second"])
    #expect(diff.settings.map(\.new) == [nil, 3])
  }

  @Test func noticesANewOrderOfColumns() {
    let diff = SpecDiff(
      ["analyses": [["name": "a", "columns": ["x": 1, "y": 2]]]],
      ["analyses": [["name": "a", "columns": ["y": 2, "x": 1]]]])
    #expect(diff.settings.map(\.pointer) == ["/analyses/0/columns"])
    #expect(diff.settings.map(\.new) == [["y", "x"]])
  }

  @Test func escapesPointers() {
    let differences = JSONDifference.between(["a/b": ["c~d": 1]], ["a/b": ["c~d": 2]])
    #expect(differences.map(\.pointer) == ["/a~1b/c~0d"])
  }

  @Test func isEmptyForEqualSpecs() throws {
    let spec = try TinyRun.plan().spec
    #expect(SpecDiff(spec.resolved, spec.resolved).isEmpty)
    #expect(SpecDiff(spec.resolved, spec.scientific).isEmpty)
  }
}
