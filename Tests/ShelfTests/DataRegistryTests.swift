import Records
import Runs
import Shelf
import Support
import TestKit
import Testing

@Suite("The data registry", .limited)
struct DataRegistryTests {
  /// Reads a registry of a data folder, with `⟨…⟩` where mistakes are expected.
  private func read(_ marked: String) throws -> (DataRegistry, InputReport, [String]) {
    let text = MarkedText(marked)
    let directory = try TemporaryDirectory()
    try directory.write(String(decoding: text.source.bytes, as: UTF8.self), to: "registry.json")
    let report = InputReport()
    let registry = try DataRegistry.read(in: directory.path, report)
    return (registry, report, text.places.map(Self.position))
  }

  private static func position(_ place: Place) -> String {
    "\(place.location.line):\(place.location.column)+\(place.span.count)"
  }

  private func entry(_ members: String) -> String {
    """
    { "registry": 1, "datasets": [
      { "title": "t", "citation": "c", "licence": "l", \(members) }
    ] }
    """
  }

  private let sha = String(repeating: "0a", count: 32)

  @Test func travelsWithTheProgram() throws {
    let registry = DataRegistry.embedded
    #expect(registry.names.contains("sparc") && registry.names.contains("mock"))
    let sparc = try #require(registry["sparc"])
    #expect(sparc.files.map(\.role) == ["catalogue", "curves"])
    #expect(sparc.files.map { $0.variants.map(\.bytes) } == [[28_259], [269_518, 266_102]])
    #expect(sparc.files.allSatisfy { $0.urls.count == 3 && $0.urls[0].hasPrefix("https://") })
    #expect(sparc.content == .files(sparc.files, format: "sparc"))
    #expect(registry["mock"]?.content == .generated)
  }

  @Test func isThatOfTheProgramWhereTheFolderHasNone() throws {
    let report = InputReport()
    #expect(try DataRegistry.read(in: "/nonexistent/folder", report) == .embedded)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func takesTheEntriesOfTheFolder() throws {
    let registry = try DataSamples().shelf().registry
    #expect(registry.names == DataRegistry.embedded.names + ["made"])
    #expect(registry["made"]?.files.map(\.name) == ["points.csv", "catalogue.csv"])
  }

  @Test func letsTheFolderReplaceAnEntry() throws {
    let (registry, report, _) = try read(DataSamples.registry(name: "sparc"))
    #expect(report.diagnostics.isEmpty)
    #expect(registry.names == DataRegistry.embedded.names)
    #expect(registry["sparc"]?.title == "made up")
  }

  @Test(arguments: ["mock", "m33"])
  func keepsWhatIsBuiltIn(_ name: String) throws {
    let text = DataSamples.registry().replacing("\"made\"", with: "⟨\"\(name)\"⟩")
    let (registry, report, places) = try read(text)
    #expect(
      report.messages == ["the dataset '\(name)' is built into the program and cannot be replaced"])
    #expect(report.places.map(Self.position) == places)
    #expect(registry == .embedded)
  }

  @Test func mayLieInTheDataFolderItself() throws {
    let bytes = try Files.read(
      Files.parent(of: #filePath) + "/../../data/registry.json")
    let (registry, report, _) = try read(String(decoding: bytes, as: UTF8.self))
    #expect(report.diagnostics.isEmpty)
    #expect(registry == .embedded)
  }

  @Test func tellsEveryMistakeWithItsPlace() throws {
    let (_, report, places) = try read(
      """
      { "registry": 1, "datasets": [
        { "name": ⟨"../up"⟩, "title": "t", "citation": "c", "licence": "l", "format": "csv",
          "files": ⟨[]⟩, ⟨"colour"⟩: 1 },
        { "name": "a", "title": ⟨3⟩, "citation": "c", "licence": "l", "format": ⟨"cvs"⟩, "files": [] },
        { "name": "b", "title": "t", "citation": "c", "licence": "l", "format": "csv", "files": [
          { "role": ⟨"point"⟩, "name": "p.csv", "variants": [] },
          { "role": "points", "name": "p.csv", "variants": ⟨[]⟩ },
          { "role": "points", "name": "p.csv", "urls": [⟨"ftp://x/p.csv"⟩],
            "variants": [{ "bytes": ⟨0⟩, "sha256": ⟨"xyz"⟩ }] } ] },
        { "name": "c", "title": "t", "citation": "c", "licence": "l",
          "generated": ⟨true⟩ },
        { "name": "e", "title": "t", "citation": "c", "licence": "l", "embedded": ⟨true⟩,
          "format": "csv", "files": [{ "role": "points", "name": "p.csv",
            "variants": [{ "bytes": 1, "sha256": "\(sha)" }] }] },
        ⟨{⟩ "name": "d", "title": "t", "citation": "c", "licence": "l", "format": "csv" }
      ] }
      """)
    #expect(
      report.messages == [
        "'../up' cannot be the name of a dataset", "no file in the role 'points'",
        "unknown key 'colour'", "expected text, not a number", "unknown format 'cvs'",
        "format 'csv' has no role 'point'", "the file has no accepted content",
        "'ftp://x/p.csv' is not an address to download from",
        "expected a whole number of at least 1", "'xyz' is not a SHA-256",
        "a registry of your own cannot have a generated dataset",
        "a registry of your own cannot have an embedded dataset", "missing key 'files'",
      ])
    #expect(report.places.map(Self.position) == places)
    #expect(
      report.advice[4] == "did you mean 'csv'?" && report.advice[5] == "did you mean 'points'?")
  }

  @Test func refusesASecondOfAKind() throws {
    let file =
      #"{ "role": "points", "name": "p.csv", "variants": [{ "bytes": 1, "sha256": "\#(sha)" }] }"#
    let twice = file.replacing(#""p.csv""#, with: #"⟨"p.csv"⟩"#)
    let role = file.replacing(#""points""#, with: #"⟨"points"⟩"#)
      .replacing(#""p.csv""#, with: #""q.csv""#)
    let (_, report, places) = try read(
      entry(#""name": "a", "format": "csv", "files": [\#(file), \#(twice), \#(role)]"#))
    #expect(report.messages == ["a second file 'p.csv'", "a second file in the role 'points'"])
    #expect(report.places.map(Self.position) == places)
  }

  @Test(arguments: [
    (#"{ "registry": ⟨2⟩, "datasets": [] }"#, "unknown version 2 of the registry"),
    (#"{ "registry": 1, "datasets": [] ⟨,⟩ }"#, ""),
    (#"⟨[]⟩"#, "expected an object, not a list"),
  ])
  func refusesAnotherLayout(_ text: String, _ message: String) throws {
    let (registry, report, places) = try read(text)
    #expect(registry == .embedded)
    #expect(report.messages.count == 1)
    if !message.isEmpty {
      #expect(report.messages == [message])
      #expect(report.places.map(Self.position) == places)
    }
  }

  @Test func tellsThatItsFileCannotBeRead() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "registry.json/inside")
    let report = InputReport()
    #expect(try DataRegistry.read(in: directory.path, report) == .embedded)
    #expect(
      report.messages == ["cannot read '\(directory.path)/registry.json': it is a folder"])
  }

  @Test func advisesForAnUnknownName() {
    let report = InputReport()
    #expect(DataRegistry.embedded.entry(named: "spark", at: nil, report) == nil)
    #expect(report.messages == ["unknown dataset 'spark'"])
    #expect(report.advice == ["did you mean 'sparc'?"])
  }
}
