import Foundation
import Testing

/// The table `Tests/Reference/elementary.json`, made by `elementary.py` beside it.
enum ElementaryReference {
  /// One row: exact arguments, the correctly rounded result and what the exact one exceeds it by.
  struct Row: Decodable {
    let arguments: [Double]
    let result: Double
    let excess: Double

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      var bits: [Double] = []
      for _ in 1..<(fields.count ?? 0) {
        let pattern = try #require(UInt64(try fields.decode(String.self), radix: 16))
        bits.append(Double(bitPattern: pattern))
      }
      result = bits.removeLast()
      arguments = bits
      excess = try fields.decode(Double.self)
    }

    /// The distance of a value from the exact result, in units in the last place.
    func error(of value: Double) -> Double {
      guard value != result else { return abs(excess) }
      return abs((value - result) / result.ulp - excess)
    }
  }

  private static let table = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/elementary.json").standardized
    return try JSONDecoder().decode([String: [Row]].self, from: Data(contentsOf: file))
  }

  /// The rows of one function.
  static func rows(of name: String) throws -> [Row] {
    try #require(try table.get()[name])
  }

  /// The results of `keepTheirBits`, pinned.
  static let pinnedBits = [
    "400bec38edb0faf0", "3fd6641632306a56", "40140c28430012e6", "3fff2272ae325a57",
    "3feb0b0b0b78cc3f", "3fd0ca937be1b9dc", "400142e81c889914", "3fe356fb17af2e91",
    "40052a411348ac56", "4006a063dad344f7", "3fefbbb7d72f98b6", "bfc07df9f4a26c86",
    "c01ec952123d33f2", "3fe38b112d7bd4ad",
  ]
}
