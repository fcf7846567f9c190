import Records
import TestKit
import Testing

@Suite("Licences of data", .limited)
struct LicenceTests {
  @Test(arguments: [
    ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
    ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("ODbL-1.0", "https://spdx.org/licenses/ODbL-1.0"), ("MIT", "https://spdx.org/licenses/MIT"),
  ])
  func letCopiesTravel(name: String, address: String) {
    #expect(Licence(name).allowsCopies)
    #expect(Licence(name).address == address)
  }

  @Test(arguments: [
    "CC-BY-NC-4.0", "CC-BY-ND-4.0", "published figures", "", "MIT-like", "proprietary", "CC-BYE",
  ])
  func keepThemWhereNothingElseIsKnown(name: String) {
    #expect(!Licence(name).allowsCopies)
    #expect(Licence(name).address == nil)
  }
}
