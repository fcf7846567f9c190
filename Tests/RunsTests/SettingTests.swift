import Runs
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("A setting", .limited)
struct SettingTests {
  private let folder: TemporaryDirectory
  private let file: String

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write(SpecLoaderTests.base, to: "base.json")
    file = "\(folder.path)/base.json"
  }

  private func load(
    _ settings: String...
  ) throws -> (spec: ExperimentSpec?, report: InputReport) {
    let report = InputReport()
    return (try SpecLoader.load(file, settings: settings, report), report)
  }

  @Test func changesOneKey() throws {
    let (spec, report) = try load(
      "grid.upsilon_disk=[0.3, 0.4]", "name=other-name.2", #"question="Why not?""#,
      "bounds.linear.omega=[0,10]", "limits.units=5")
    #expect(report.diagnostics.isEmpty)
    #expect(spec?.grid.map(\.values) == [[0.3, 0.4], [0.7], [1]])
    #expect(spec?.name == "other-name.2")
    #expect(spec?.question == "Why not?")
    #expect(spec?.bounds.first?.range.upper.constant == 10)
    #expect(spec?.limits.units == 5)
  }

  @Test func removesAKeyByNullAndYieldsToALaterOne() throws {
    let (spec, report) = try load(
      "grid.upsilon_gas=[2]", "grid.upsilon_gas=[3]", "grid.upsilon_disk=null")
    #expect(report.diagnostics.isEmpty)
    #expect(spec?.grid.map(\.values) == [[0.5], [0.7], [3]])
  }

  @Test func isNestedNoDeeperThanAFile() throws {
    let deepest = "question" + String(repeating: ".a", count: 99)
    #expect(try load("\(deepest)=1").report.messages == ["expected text, not an object"])
    for depth in [100, 30_000] {
      let (_, report) = try load("question" + String(repeating: ".a", count: depth) + "=1")
      #expect(report.messages == ["nested more than 100 deep"])
    }
  }

  @Test func mayHoldAnEqualsSign() throws {
    let (spec, report) = try load(#"cuts.galaxies=["quality == 1"]"#)
    #expect(report.diagnostics.isEmpty)
    #expect(spec?.cuts.galaxies.map(\.canonicalText) == ["quality == 1"])
  }

  /// Settings with their mistakes marked, and what is to be said.
  static let mistakes: [(setting: String, message: String, advice: String)] = [
    ("⟨grid⟩", "'grid' sets nothing", "write --set grid.upsilon_disk=[0.5]"),
    ("⟨=5⟩", "'=5' sets nothing", "write --set grid.upsilon_disk=[0.5]"),
    ("⟨⟩", "'' sets nothing", "write --set grid.upsilon_disk=[0.5]"),
    ("⟨grid..x=5⟩", "'grid..x=5' sets nothing", "write --set grid.upsilon_disk=[0.5]"),
    ("⟨name=⟩", "the setting has no value", "'null' removes a key"),
    (
      "grid.upsilon_disk=⟨[0.5,]⟩", "'[0.5,]' is not a JSON value",
      "expected a value after the comma; quote it for the shell"
    ),
    (
      "grid=⟨{upsilon_disk:[1]}⟩", "'{upsilon_disk:[1]}' is not a JSON value",
      "expected a key in double quotes; quote it for the shell"
    ),
    (
      "question=⟨Why not?⟩", "'Why not?' is not a JSON value",
      "'Why' is not a JSON value; quote it for the shell"
    ),
    ("⟨gird⟩.upsilon_disk=[0.5]", "unknown key 'gird'", "did you mean 'grid'?"),
    ("grid.⟨upsilon_dsk⟩=[0.5]", "unknown axis 'upsilon_dsk'", "did you mean 'upsilon_disk'?"),
    (
      "grid.upsilon_disk=[0.5, ⟨-1⟩]", "upsilon_disk is -1: a mass-to-light ratio is not negative",
      ""
    ),
    ("name=⟨5⟩", "expected text, not a number", ""),
    ("⟨extends⟩=other.json", "'extends' cannot be set", "write it in a spec of its own"),
    ("bounds.linear.omega=⟨[5, 1]⟩", "the bounds of 'omega' are reversed", "write [1, 5]"),
  ]

  @Test(arguments: mistakes)
  func isRefusedAtItsPlace(_ example: (setting: String, message: String, advice: String)) throws {
    let marked = MarkedText(example.setting, name: "--set")
    let (_, report) = try load(String(decoding: marked.source.bytes, as: UTF8.self))
    #expect(report.messages == [example.message])
    #expect(report.advice == [example.advice])
    #expect(report.places.map(\.source.name) == ["--set"])
    #expect(report.places.map(\.source.bytes) == [marked.source.bytes])
    #expect(report.places.map(\.span) == marked.places.map(\.span))
  }

  @Test func isShownAsItWasTyped() throws {
    let (_, report) = try load("grid.upsilon_dsk=[0.5]")
    #expect(
      report.diagnostics.map(\.rendered) == [
        """
        --set:1:6: error: unknown axis 'upsilon_dsk'
         1 | grid.upsilon_dsk=[0.5]
           |      ^~~~~~~~~~~
        help: did you mean 'upsilon_disk'?
        """
      ])
  }

  @Test func leavesWhatIsMissingInTheFileToTheFile() throws {
    let (_, report) = try load("model=null")
    #expect(report.messages == ["missing key 'model'"])
    #expect(report.places.map(\.source.name) == [file])
  }

  @Test func isReadWithTheOthersInOneGo() throws {
    let (_, report) = try load("gird=1", "grid.omga=[1]", "limits.units=0", "x")
    #expect(report.messages.count == 4)
  }
}
