import Foundation
import Records
import Support
import TestKit
import Testing

@Suite("Lock of version 1", .limited)
struct LockVersion1Tests {
  private static let run = "Tests/Golden/engine-1/runs/tiny-bf8e90345f0a"

  private func text() throws -> String {
    try Samples.text("Tests/Golden/engine-1/tiny.json.lock")
  }

  @Test func saysWhatAPinOfItsRunSays() throws {
    let source = SourceText(
      name: "manifest.json", text: try Samples.text("\(Self.run)/manifest.json"))
    let manifest = try #require(Manifest.format.record(of: source, InputReport()))
    let lock = SourceText(name: "tiny.json.lock", text: try text())
    let pin = try #require(LockVersion1.pin(of: lock, InputReport()))
    #expect(pin == Pin(manifest) && pin.bytes == Pin(manifest).bytes)
  }

  @Test func isKnownByItsFirstByte() {
    #expect(LockVersion1.isMeant(by: Array(" \n{}".utf8)))
    #expect(!LockVersion1.isMeant(by: Array("upsilon pin 2\n".utf8)))
    #expect(!LockVersion1.isMeant(by: []))
  }

  @Test(arguments: [
    ("\"lock\": 1", "\"lock\": 3", "2:11: unknown version 3 of a lock in JSON"),
    ("\"engine\": 1,", "", "1:1: missing key 'engine'"),
    ("\"units\": 12", "\"units\": -12", ": expected a whole number of at least 0"),
    ("\"kind\": \"word\"", "\"kind\": \"text\"", ": unknown kind of column 'text'"),
    ("\"sha256\": \"", "\"sha256\": \"z", "is not a SHA-256"),
    ("\"rows\": ", "\"rows\": null, \"was\": ", ": expected a number, not null"),
  ])
  func saysWhatIsDamagedAndWhere(old: String, new: String, end: String) throws {
    let text = try text()
    let range = try #require(text.range(of: old), "the lock has no '\(old)'")
    let found = try Samples.mistakes(text.replacingCharacters(in: range, with: new)) {
      LockVersion1.pin(of: $0, $1)
    }
    #expect(found.contains { $0.contains(end) }, "\(found)")
  }
}
