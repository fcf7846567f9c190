import Support
import TestKit
import Testing

@Suite("Fingerprint", .limited)
struct FingerprintTests {
  static let text = "02d52aeff94a5b8823ed0dd102c7f91d44d832dcc99d9e63d6fd817977bbf7cd"

  @Test func isThatOfTheCanonicalSpelling() {
    let value: JSONValue = ["b": .null, "a": [1, 0.1]]
    #expect(Fingerprint(of: value).description == Self.text)
    #expect(Fingerprint(of: value) == Fingerprint(of: ["a": [1.0, 0.1], "b": .null] as JSONValue))
  }

  @Test func readsWhatItWrites() {
    #expect(Fingerprint(Self.text)?.description == Self.text)
    #expect(Fingerprint(Self.text)?.short == "02d52aeff94a")
  }

  @Test(arguments: ["", "02d5", text.uppercased(), text + "0", String(text.dropLast()) + "g"])
  func refusesAnythingElse(_ text: String) {
    #expect(Fingerprint(text) == nil)
  }
}
