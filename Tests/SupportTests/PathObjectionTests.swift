import Support
import TestKit
import Testing

@Suite("A path of a file", .limited)
struct PathObjectionTests {
  static let paths: [(path: String, objection: String?)] = [
    ("a/b.csv", nil), ("", nil), ("/", nil), ("é/../x y", nil),
    ("/etc/passwd\0junk", #"it holds the control character \u{0}"#),
    ("a\nb", #"it holds the control character \u{A}"#),
    ("a/\u{202E}b", #"it holds the control character \u{202E}"#),
    (String(repeating: "a", count: 255), nil),
    ("x/" + String(repeating: "a", count: 256), "a part of it has more than 255 bytes"),
    (String(repeating: "é", count: 128), "a part of it has more than 255 bytes"),
    (String(repeating: "abcd/", count: 819), nil),
    (String(repeating: "abcd/", count: 820), "it has more than 4,095 bytes"),
  ]

  @Test(arguments: paths)
  func isRefusedWhereNoFileCanHaveIt(path: String, objection: String?) {
    #expect(path.pathObjection == objection)
  }
}
