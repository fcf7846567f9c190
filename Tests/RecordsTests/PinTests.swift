import Foundation
import Records
import Support
import TestKit
import Testing

@Suite("Pin", .limited)
struct PinTests {
  private func text() throws -> String {
    String(decoding: Pin(try Samples.manifest()).bytes, as: UTF8.self)
  }

  private func mistakes(_ text: String) throws -> [String] {
    try Samples.mistakes(text, Pin.read)
  }

  /// The pin of the golden manifest with a text replaced.
  private func pin(replacing old: String, with new: String) throws -> Pin {
    let changed = try Samples.manifestText().replacing(old, with: new)
    let source = SourceText(name: "manifest.json", text: changed)
    let report = InputReport()
    let manifest = Manifest.format.record(of: source, report)
    try report.check()
    return Pin(try #require(manifest))
  }

  private func again(_ pin: Pin) throws -> Pin {
    let report = InputReport()
    let read = Pin.read(SourceText(name: "a.lock", bytes: pin.bytes), report)
    try report.check()
    return try #require(read)
  }

  @Test func readsBackWhatItWrote() throws {
    let pin = Pin(try Samples.manifest())
    let again = try again(pin)
    #expect(again == pin && again.bytes == pin.bytes)
  }

  @Test func keepsWhatADiffNeeds() throws {
    let (pin, manifest) = (Pin(try Samples.manifest()), try Samples.manifest())
    #expect(pin.identity == manifest.identity && pin.inputs == manifest.inputs)
    #expect(pin.sample == manifest.sample && pin.statuses == manifest.statuses)
    #expect(
      Set(pin.spec.members?.map(\.key) ?? [])
        == Set(manifest.spec.settings.map(\.key)).subtracting(["name"]))
    #expect(pin.tables.map(\.name) == manifest.tables.map(\.name))
    let fits = try #require(pin.tables.first { $0.name == "fits" })
    guard case .columns(let columns) = fits.content else {
      Issue.record("'fits' is pinned column by column")
      return
    }
    let recorded = try #require(manifest.table("fits")).columns
    #expect(columns.map(\.name) == recorded.map(\.name))
    for (column, record) in zip(columns, recorded) {
      #expect(record.content.sha256.hasPrefix(column.digest) && column.digest.utf8.count == 16)
      #expect(column.mean == record.content.mean && column.missing == record.content.missing)
    }
  }

  @Test func hasOneLineForATableThatFollowsFromTheData() throws {
    let lines = try text().split(separator: "\n")
    for name in ["galaxies", "cut_flow", "dropped"] {
      let index = try #require(lines.firstIndex { $0.hasPrefix("table  \(name)  rows ") })
      #expect(lines[index].contains("  whole "))
      #expect(index + 1 == lines.count || lines[index + 1].first != " ")
    }
  }

  @Test func changesOneLineForANumberThatMoves() throws {
    let old = try text().split(separator: "\n")
    let content = try #require(try Samples.manifest().table("fits")).columns
    let chi2 = try #require(content.first { $0.name == "chi2" }).content
    let moved = try pin(replacing: chi2.sha256, with: String(chi2.sha256.reversed()))
    let new = String(decoding: moved.bytes, as: UTF8.self).split(separator: "\n")
    #expect(new.count == old.count)
    let changed = zip(old, new).filter { $0 != $1 }
    #expect(changed.map { String($0.0.prefix(7)) } == ["  chi2 "])
  }

  @Test func changesTheLineOfATableWhoseColumnsChangeUnseen() throws {
    let galaxies = try #require(try Samples.manifest().table("galaxies"))
    let hash = galaxies.columns[2].content.sha256
    let moved = try pin(replacing: hash, with: String(hash.reversed()))
    let (old, new) = (
      try text().split(separator: "\n"),
      String(decoding: moved.bytes, as: UTF8.self).split(separator: "\n")
    )
    #expect(zip(old, new).contains { $0 != $1 && $0.hasPrefix("table  galaxies") })
  }

  @Test(arguments: [
    "a b", "a\\\"b", "-", "é😀", "+ x", "\\n", "distinct", "x\\\\", "\\u0000",
    String(repeating: "long ", count: 80), String(repeating: "x", count: 400),
    String(repeating: " ", count: 400),
  ])
  func readsBackOddNames(name: String) throws {
    for old in ["\"name\": \"chi2\"", "\"unit\": \"km / (kpc s)\"", "\"role\": \"generated\""] {
      let key = old.prefix { $0 != ":" }
      let pin = try pin(replacing: old, with: "\(key): \"\(name)\"")
      #expect(try again(pin) == pin, "\(old)")
      let lines = String(decoding: pin.bytes, as: UTF8.self).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 160 })
    }
  }

  /// What is no lock any more, and what is said of it.
  @Test(arguments: [
    ("", "the file is empty"), ("{\n", "this is no lock"), ("\u{0}\u{1}", "this is no lock"),
    ("<<<<<<< HEAD\nupsilon pin 2\n", "a merge left its mark here"),
    ("upsilon pin 2\n=======\n", "a merge left its mark here"),
    ("upsilon pin 2\nunits 1 cells\n>>>>>>> other\n", "a merge left its mark here"),
  ])
  func advisesOnWhatIsNoLock(text: String, message: String) {
    let report = InputReport()
    #expect(Pin.read(SourceText(name: "a/x.json.lock", text: text), report) == nil)
    #expect(report.messages == [message])
    #expect(report.advice == ["restore it, or 'upsilon pin a/x.json' writes it anew"])
  }

  /// Each damage of the text, and what is said of it.
  @Test(arguments: [
    ("upsilon pin 2", "upsilon", "1:1: this is no lock"),
    ("upsilon pin 2", "upsilon pin 3", "1:1: unknown version '3' of the lock"),
    ("identity  ", "identity  x", "2:11: expected 64 digits of a hash"),
    ("engine \(Engine.number)", "engine -1", "expected a whole number of the engine, not '-1'"),
    (
      "engine \(Engine.number)", "engine",
      "the line ends where a whole number of the engine is expected"
    ),
    ("engine \(Engine.number)", "engine 1 2", ": the line goes on behind its end"),
    ("identity  ", "identiti  ", "2:1: unknown line 'identiti'"),
    ("units  ", "units  9007199254740993  ", "expected a whole number of units"),
    ("points ", "dots ", ": expected 'points', not 'dots'"),
    ("spec  ", "spec  dataset  {]\nspec  ", ": the value is no JSON"),
    ("table  fits  rows", "table  fits  row", ": expected 'rows', not 'row'"),
    ("table  fits", "table  galaxies", ": this stands in the lock a second time"),
    ("  chi2  ", "  bic  ", ": this stands in the lock a second time"),
    (" real ", " reel ", ": expected a kind of column (real, integer, flag, word), not 'reel'"),
    ("  chi2 ", "  \"chi2 ", ": this is no text in quotes"),
    ("table  fits", "note\ntable  fits", ": unknown line 'note'"),
    ("  whole ", "  whole 0", ": expected 16 digits of a hash"),
    (
      "table  galaxies", "  x real - 0123456789abcdef 0 - - - -\ntable  galaxies",
      ": a column of no"
    ),
  ])
  func saysWhatIsDamagedAndWhere(old: String, new: String, end: String) throws {
    let text = try text()
    let range = try #require(text.range(of: old), "the pin has no '\(old)'")
    let found = try mistakes(text.replacingCharacters(in: range, with: new))
    #expect(found.contains { $0.contains(end) }, "\(found)")
  }

  @Test(arguments: ["identity", "units", "sample"])
  func saysWhichLineIsMissing(keyword: String) throws {
    let lines = try text().split(separator: "\n").filter { !$0.hasPrefix("\(keyword) ") }
    #expect(
      try mistakes(lines.joined(separator: "\n") + "\n")
        == ["1:1: the line '\(keyword)' is missing"])
  }

  @Test func tellsEveryDamagedLine() throws {
    let text = try text().replacing(" real ", with: " reel ")
    let count = text.ranges(of: " reel ").count
    #expect(count > 10)
    #expect(try mistakes(text).count == count)
  }

  @Test func namesItsIdentityWhateverElseIsDamaged() throws {
    let identity = try Samples.manifest().identity
    let damaged = try text().replacing("rows", with: "rose")
    #expect(Pin.identity(namedIn: SourceText(name: "a.lock", text: damaged)) == identity)
    let old = SourceText(name: "a.lock", text: "{\"identity\": \"\(identity)\"}")
    #expect(Pin.identity(namedIn: old) == identity)
    #expect(Pin.identity(namedIn: SourceText(name: "a.lock", text: "upsilon pin 2\n")) == nil)
  }

  @Test func isReadableInEveryExperiment() throws {
    let folder = Samples.root.appending(path: "experiments")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let locks = try #require(names).filter { $0.hasSuffix(".lock") }
    #expect(locks.count > 20)
    var lines = 0
    for name in locks {
      let source = SourceText(name: name, text: try Samples.text("experiments/\(name)"))
      let report = InputReport()
      let pin = Pin.read(source, report)
      try report.check()
      #expect(pin?.bytes == source.bytes, "\(name)")
      lines += source.lineCount
      #expect((1...source.lineCount).allSatisfy { source.line($0).count <= 160 }, "\(name)")
    }
    #expect(lines < 125 * locks.count, "a lock has \(lines / locks.count) lines on average")
  }
}
