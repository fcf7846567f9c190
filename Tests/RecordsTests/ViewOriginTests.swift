import Records
import TestKit
import Testing

@Suite("What a view says of its origin", .limited)
struct ViewOriginTests {
  private let origin = ViewOrigin(
    identity: String(repeating: "1", count: 64), manifest: String(repeating: "2", count: 64))

  @Test func standsInAFigureRightAfterItsRootAndIsReadBack() {
    let bytes = origin.marking(svg: "<?xml?>\n<svg a=\"b\">\n<title/></svg>\n")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("<?xml?>\n<svg a=\"b\"><!-- upsilon view; run 111"))
    #expect(text.hasSuffix(" -->\n<title/></svg>\n"))
    #expect(ViewOrigin(of: bytes) == origin)
  }

  @Test(arguments: ["", "<svg></svg>", "<!-- upsilon view; run 1; manifest 2; drawer x -->"])
  func isNotFoundWhereThereIsNone(text: String) {
    #expect(ViewOrigin(of: Array(text.utf8)) == nil)
  }

  @Test func tellsAnotherDrawer() {
    let text = "<meta content=\"\(origin.text)\">".replacing(
      "drawer \(ViewOrigin.currentDrawer)", with: "drawer 77")
    #expect(ViewOrigin(of: Array(text.utf8))?.drawer == 77)
  }
}
