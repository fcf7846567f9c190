import Runs
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("The loader of specs", .limited)
struct SpecLoaderTests {
  static let base = """
    {
      "upsilon": 1,
      "name": "base",
      "dataset": "mock",
      "model": {"fit": ["linear"]},
      "grid": {"upsilon_disk": [0.5], "upsilon_gas": [1]}
    }
    """

  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write(Self.base, to: "bases/base.json")
  }

  private func load(
    _ text: String, _ settings: String..., at path: String = "own/own.json"
  ) throws -> (spec: ExperimentSpec?, report: InputReport) {
    try folder.write(text, to: path)
    let report = InputReport()
    return (try SpecLoader.load("\(folder.path)/\(path)", settings: settings, report), report)
  }

  /// Messages, underlined texts and names of sources.
  private func told(_ report: InputReport) -> [String] {
    zip(report.messages, report.places).map { message, place in
      let text = String(decoding: place.source.bytes[place.span], as: UTF8.self)
      let name = place.source.name.split(separator: "/").last ?? ""
      return "\(name): \(message.replacing(folder.path, with: "…")): \(text)"
    }
  }

  @Test func mergesWhatASpecExtends() throws {
    let (spec, report) = try load(
      #"{"extends": "../bases/base.json", "name": "own", "grid": {"upsilon_gas": [1.4], "omega": [5]}}"#
    )
    #expect(report.diagnostics.isEmpty)
    #expect(spec?.name == "own")
    #expect(spec?.grid.map(\.values) == [[0.5], [0.7], [1.4], [5]])
  }

  @Test func readsTheFileOfNamesBesideTheSpecThatNamesIt() throws {
    try folder.write(
      "\u{feff}# mine\r\nNGC2403  # near\r\n\n  DDO154\t\nUGC#1", to: "bases/names.txt")
    try folder.write(
      #"{"extends": "base.json", "cuts": {"only": "names.txt"}}"#, to: "bases/few.json")
    let (spec, report) = try load(#"{"extends": "../bases/few.json", "name": "own"}"#)
    #expect(report.diagnostics.isEmpty)
    #expect(spec?.cuts.only.map(\.value) == ["DDO154", "NGC2403", "UGC#1"])
    #expect(
      spec?.resolved["cuts"]?["only"] == ["DDO154", "NGC2403", "UGC#1"])
    // The list itself is the same spec, in whatever order.
    let list =
      #"{"extends": "../bases/base.json", "cuts": {"only": ["UGC#1", "NGC2403", "DDO154"]}}"#
    #expect(try load(list).spec?.scientific == spec?.scientific)
  }

  @Test(arguments: [
    (#""nowhere.txt""#, #"own.json: there is no file 'nowhere.txt' of names: "nowhere.txt""#),
    (#""twice.txt""#, "twice.txt: galaxy 'A' stands twice: A"),
    (#""empty.txt""#, #"own.json: the list names no galaxy: "empty.txt""#),
  ])
  func refusesAFileOfNames(_ example: (value: String, told: String)) throws {
    try folder.write("A\nB\nA\n", to: "own/twice.txt")
    try folder.write("# nothing\n", to: "own/empty.txt")
    let text = #"{"extends": "../bases/base.json", "cuts": {"only": \#(example.value)}}"#
    #expect(try told(load(text).report) == [example.told])
  }

  @Test func mergesThroughSeveralFilesAndRemovesByNull() throws {
    try folder.write(
      #"{"extends": "base.json", "name": "middle", "grid": {"upsilon_disk": null, "omega": [3]}}"#,
      to: "bases/middle.json")
    let (spec, report) = try load(
      #"{"extends": "../bases/middle.json", "grid": {"upsilon_gas": null}}"#)
    #expect(report.diagnostics.isEmpty)
    #expect(spec?.name == "middle")
    #expect(spec?.grid.map(\.values) == [[0.5], [0.7], [1], [3]])
  }

  @Test func findsAMistakeInTheFileThatHasIt() throws {
    try folder.write(Self.base.replacing("linear", with: "liner"), to: "bases/base.json")
    let (_, report) = try load(#"{"extends": "../bases/base.json", "gird": {}}"#)
    #expect(
      told(report) == [
        #"own.json: unknown key 'gird': "gird""#, #"base.json: unknown model 'liner': "liner""#,
      ])
  }

  /// Values of `extends` in `own/own.json`, and what is to be said.
  static let mistakes: [(extends: String, told: String)] = [
    (#""missing.json""#, #"own.json: there is no spec '…/own/missing.json': "missing.json""#),
    (#""../bases""#, #"own.json: there is no spec '…/own/../bases': "../bases""#),
    (#""""#, #"own.json: there is no spec '…/own/': """#),
    ("5", "own.json: 'extends' is a path, not a number: 5"),
    ("null", "own.json: 'extends' is a path, not null: null"),
    (#""own.json""#, #"own.json: '…/own/own.json' extends itself: "own.json""#),
    (
      #""../own/./own.json""#,
      #"own.json: '…/own/../own/./own.json' extends itself: "../own/./own.json""#
    ),
    (#""list.json""#, "list.json: expected an object, not a list: [1]"),
    (#""broken.json""#, "broken.json: expected a key after the comma: }"),
  ]

  @Test(arguments: mistakes)
  func refusesABaseThatIsNone(_ example: (extends: String, told: String)) throws {
    try folder.write("[1]", to: "own/list.json")
    try folder.write(#"{"name": "a",}"#, to: "own/broken.json")
    let (spec, report) = try load(#"{"extends": \#(example.extends), "name": "own"}"#)
    #expect(spec == nil)
    #expect(told(report) == [example.told])
  }

  @Test func refusesACycle() throws {
    try folder.write(#"{"extends": "two.json"}"#, to: "own/one.json")
    try folder.write(#"{"extends": "../own/one.json"}"#, to: "own/two.json")
    let (spec, report) = try load(#"{"extends": "one.json"}"#)
    #expect(spec == nil)
    #expect(
      told(report) == [#"two.json: '…/own/../own/one.json' extends itself: "../own/one.json""#])
    #expect(report.advice == ["remove one 'extends'"])
  }

  @Test func endsAChainThatIsTooLong() throws {
    for index in 1...100 {
      let next = index == 100 ? "../bases/base.json" : "s\(index + 1).json"
      try folder.write(#"{"extends": "\#(next)"}"#, to: "own/s\(index).json")
    }
    let (longest, fine) = try load(#"{"extends": "s2.json", "name": "own"}"#)
    #expect(fine.messages == [] && longest?.name == "own")
    let (spec, report) = try load(#"{"extends": "s1.json", "name": "own"}"#)
    #expect(spec == nil)
    #expect(
      told(report) == [
        #"s100.json: more than 100 specs extend each other in a row: "../bases/base.json""#
      ])
  }

  @Test func refusesAPathThatCutsItself() throws {
    let (spec, report) = try load(#"{"extends": "../bases/base.json\u0000x", "name": "own"}"#)
    #expect(spec == nil)
    #expect(report.messages == [#"this is no path: it holds the control character \u{0}"#])
  }

  @Test func tellsWhereAPathOfOwnDataIsWritten() throws {
    try folder.write(
      Self.base.replacing(#""mock""#, with: #"{"path": "mine", "format": "rotmod"}"#),
      to: "bases/base.json")
    let (spec, report) = try load(
      #"{"extends": "../bases/base.json", "dataset": {"format": "csv"}}"#, "name=own")
    #expect(report.diagnostics.isEmpty)
    #expect(spec?.dataset == .files(OwnData(path: "mine", format: "csv")))
    #expect(spec?.datasetPlace.source.name.hasSuffix("bases/base.json") == true)
  }

  @Test func failsOnAFileThatCannotBeRead() {
    #expect(throws: FileError.self) {
      try SpecLoader.load("\(folder.path)/none.json", InputReport())
    }
  }
}
