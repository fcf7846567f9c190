import Foundation
import Records
import Specs
import Support
import TestKit
import Testing

@Suite("Reading of manifests", .limited)
struct ManifestReadingTests {
  private func mistakes(_ text: String) throws -> [String] {
    try Samples.mistakes(text) { Manifest.format.record(of: $0, $1) }
  }

  @Test func givesBackTheBytesThatWereRead() throws {
    let written = try Samples.manifest().json.readableBytes
    #expect(String(decoding: written, as: UTF8.self) == (try Samples.manifestText()))
  }

  @Test func passesOverKeysOfALaterVersion() throws {
    for key in ["\"cells\"", "\"points\"", "\"file\"", "\"unit\"", "\"role\"", "\"citation\""] {
      let text = try Samples.manifestText(replacing: key, with: "\"later\": [1, {}], \(key)")
      #expect(try mistakes(text) == [], "\(key)")
    }
  }

  /// In version 1 the name was a part of the identity.
  @Test func keepsTheNameOfVersion1() throws {
    let text = try Samples.manifestText(
      replacing: "\"manifest\": 2,\n", with: "\"manifest\": 1,\n  \"name\": \"tiny\",\n")
    let source = SourceText(name: "manifest.json", text: text)
    let manifest = try #require(Manifest.format.record(of: source, InputReport()))
    #expect(manifest.name == "tiny")
    #expect(manifest.rule == .withName)
    #expect(String(decoding: manifest.json.readableBytes, as: UTF8.self) == text)
    #expect(try Samples.manifest().name == nil)
    #expect(try Samples.manifest().rule == .current)
  }

  /// Each damage of the text, and the end of what is said of it.
  @Test(arguments: [
    ("\"manifest\": 2,", "", "1:1: missing key 'manifest'"),
    ("\"manifest\": 2,", "\"manifest\": 3,", "2:15: unknown version 3 of the manifest"),
    ("\"manifest\": 2,", "\"manifest\": \"2\",", "2:15: expected a number, not a string"),
    ("\"manifest\": 2,", "\"manifest\": 1,", "1:1: missing key 'name'"),
    (
      "\"manifest\": 2,", "\"manifest\": 2, \"name\": \"tiny\",",
      "2:26: a manifest of this version has no name"
    ),
    ("\"identity\": \"", "\"identity\": \"x", "3:15: 'x"),
    ("\"engine\": \(Engine.number),", "", "1:1: missing key 'engine'"),
    (
      "\"engine\": \(Engine.number),", "\"engine\": -1,",
      "4:13: expected a whole number of at least 0"
    ),
    (
      "\"engine\": \(Engine.number),", "\"engine\": 1.5,",
      "4:13: expected a whole number of at least 0"
    ),
    ("\"engine\": \(Engine.number),", "\"engine\": null,", "4:13: expected a number, not null"),
    ("\"rows\": ", "\"rows\": 1e300, \"was\": ", ": expected a whole number of at most 9,22"),
    ("\"rows\": ", "\"rows\": 9e18, \"was\": ", ": 9000000000000000000 is more than anything has"),
    ("\"missing\": 0", "\"missing\": 99", "lacks more values than table 'galaxies' has rows"),
    ("\"keys\": [\"galaxy\"]", "\"keys\": [\"distance\"]", "are not its first columns"),
    ("\"kind\": \"word\"", "\"kind\": \"words\"", ": unknown kind of column 'words'"),
    ("\"file\": \"tables/", "\"file\": \"../tables/", "is no path inside the run"),
    ("\"file\": \"tables/", "\"file\": \"/tables/", "is no path inside the run"),
    ("\"name\": \"fits\"", "\"name\": \"galaxies\"", ": a second table 'galaxies'"),
    ("\"name\": \"distance\"", "\"name\": \"galaxy\"", "a second column 'galaxy' in table"),
    (
      "\"galaxies\": 3,\n    \"points\"", "\"galaxies\": 4,\n    \"points\"",
      "the sample has 3 names, not as many as it has galaxies"
    ),
    ("\"methods\": {", "\"method\": {", ": missing key 'methods'"),
    ("\"warnings\": [", "\"warnings\": {}, \"was\": [", ": expected a list, not an object"),
    ("\"statuses\": {", "\"statuses\": [], \"was\": {", ": expected an object, not a list"),
    ("\"spec\": {", "\"spec\": 5, \"was\": {", ": expected an object, not a number"),
  ])
  func saysWhatIsDamagedAndWhere(old: String, new: String, end: String) throws {
    let found = try mistakes(try Samples.manifestText(replacing: old, with: new))
    #expect(found.contains { $0.contains(end) }, "\(found)")
  }

  @Test func tellsAllMistakesInOneGo() throws {
    var text = try Samples.manifestText()
    for (old, new) in [
      ("\"engine\": \(Engine.number)", "\"engine\": true"), ("\"cells\": 2", "\"cells\": []"),
    ] {
      text = text.replacing(old, with: new)
    }
    #expect(try mistakes(text).count == 2)
  }

  @Test func isRefusedWhereverItIsCutOff() throws {
    let text = try Samples.manifestText()
    for length in stride(from: 0, to: text.utf8.count - 2, by: 997) {
      let part = String(decoding: text.utf8.prefix(length), as: UTF8.self)
      #expect(try mistakes(part).count == 1, "after \(length) bytes")
    }
  }

  @Test func followsFromWhatTheManifestHolds() throws {
    let manifest = try Samples.manifest()
    #expect(manifest.madeIdentity == manifest.identity)
    #expect(manifest.spec.axes.map(\.name).contains("upsilon_disk"))
    #expect(manifest.statuses.reduce(0) { $0 + $1.count } == manifest.units)
    #expect(!manifest.spec.hasOffsets && !manifest.spec.methods.isEmpty)
  }
}
