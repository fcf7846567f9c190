import Records
import Support
import TestKit
import Testing

@Suite("Journal", .limited)
struct JournalTests {
  private static let journal = Journal(
    started: "2026-11-30T04:04:56.499Z", seconds: 0.25, jobs: 2, units: 12, unitsComputed: 4,
    takenOver: "other-0123456789ab", build: "3b842d81394b", version: "0.1.0",
    command: "upsilon run own.json", files: ["points.csv"], platform: "Linux x86_64", processors: 8)

  private func mistakes(_ text: String) throws -> [String] {
    try Samples.mistakes(text) { Journal.format.record(of: $0, $1) }
  }

  @Test func readsBackWhatItWrote() {
    let source = SourceText(name: "journal.json", bytes: Self.journal.json.readableBytes)
    #expect(Journal.format.record(of: source, InputReport()) == Self.journal)
  }

  @Test func keepsTheKeysOfItsFile() {
    #expect(
      Self.journal.json.members?.map(\.key) == [
        "started", "seconds", "jobs", "units", "units_computed", "taken_over", "build",
        "version", "command", "files", "platform", "processors",
      ])
  }

  @Test func keepsWhatWasTold() {
    let journal = Journal(
      started: "2026-11-30T04:04:56.499Z", seconds: 0.25, jobs: 2, units: 12, unitsComputed: 4,
      takenOver: nil, build: nil, platform: "Linux x86_64", processors: 8,
      notes: ["the cut 'radius > 0' drops no point"])
    let source = SourceText(name: "journal.json", bytes: journal.json.readableBytes)
    #expect(Journal.format.record(of: source, InputReport()) == journal)
    #expect(journal.json.members?.last?.key == "notes")
  }

  @Test func isReadWithoutWhatEarlierOnesLack() throws {
    var text = String(decoding: Self.journal.json.readableBytes, as: UTF8.self)
    for line in [
      #"  "taken_over": "other-0123456789ab","#, #"  "build": "3b842d81394b","#,
      #"  "version": "0.1.0","#, #"  "command": "upsilon run own.json","#,
      #"  "files": ["points.csv"],"#,
    ] {
      #expect(text.contains(line))
      text = text.replacing("\(line)\n", with: "")
    }
    let journal = Journal.format.record(
      of: SourceText(name: "journal.json", text: text), InputReport())
    #expect(journal?.build == nil && journal?.takenOver == nil && journal?.files == nil)
    #expect(journal.map { String(decoding: $0.json.readableBytes, as: UTF8.self) } == text)
  }

  @Test(arguments: [
    ("\"jobs\": 2", "\"jobs\": -2", "4:11: expected a whole number of at least 0"),
    ("\"seconds\": 0.25", "\"seconds\": \"long\"", "3:14: expected a number, not a string"),
    ("\"started\"", "\"begun\"", "1:1: missing key 'started'"),
  ])
  func saysWhatIsDamagedAndWhere(old: String, new: String, mistake: String) throws {
    let text = String(decoding: Self.journal.json.readableBytes, as: UTF8.self)
    #expect(try mistakes(text.replacing(old, with: new)) == [mistake])
  }
}
