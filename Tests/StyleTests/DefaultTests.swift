import TestKit
import Testing

/// What stands for something missing without a word hides a mistake, or has a reason one can see.
@Suite("Silent defaults", .limited)
struct DefaultTests {
  private static let most = 60

  /// The places that take nothing, zero or NaN for what is missing, as `path:line: code`.
  static var places: [String] {
    SourceTree.files("Sources").flatMap { file in
      file.code.flatMap { number, line in
        Array(repeating: "\(file.path):\(number):\(line)", count: count(in: line))
      }
    }
  }

  private static func count(in line: Substring) -> Int {
    line.matches(of: /\?\? (""|\[\]|0(?![\w.])|\.nan\b)/).count
  }

  @Test func areFew() {
    let places = Self.places
    #expect(places.count <= Self.most, "\(places.count):\n\(places.joined(separator: "\n"))")
  }

  @Test(arguments: [
    ("a ?? \"\"", 1), ("(a ?? 0) + (b ?? [])", 2), ("a ?? .nan,", 1), ("f(a ?? 0)", 1),
    ("a ?? 0.5", 0), ("a ?? 0x10", 0), ("a ?? \"none\"", 0), ("a ?? [0]", 0), ("a ?? .nano", 0),
  ])
  func areFoundInALine(line: String, count: Int) {
    #expect(Self.count(in: Substring(line)) == count)
  }
}
