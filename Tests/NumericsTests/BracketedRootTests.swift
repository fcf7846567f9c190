import Numerics
import TestKit
import Testing

@Suite("Bracketed root", .limited)
struct BracketedRootTests {
  /// A function with a known root, and how many calls may be spent on it.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let function: @Sendable (Double) -> Double
    let interval: ClosedRange<Double>
    let root: Double
    let calls: Int

    init(
      _ text: String, in interval: ClosedRange<Double>, root: Double, calls: Int,
      _ function: @escaping @Sendable (Double) -> Double
    ) {
      (testDescription, self.interval, self.root) = (text, interval, root)
      (self.calls, self.function) = (calls, function)
    }
  }

  static let cases = [
    Case("x² = 2", in: 0...2, root: 2.0.squareRoot(), calls: 15) { $0 * $0 - 2 },
    Case("x² = 2, falling", in: 0...2, root: 2.0.squareRoot(), calls: 15) { 2 - $0 * $0 },
    Case("x³ − 2x − 5", in: 2...3, root: 2.094_551_481_542_326_6, calls: 15) {
      $0 * $0 * $0 - 2 * $0 - 5
    },
    Case("e^x = 10", in: -5...50, root: 2.302_585_092_994_045_9, calls: 30) {
      Elementary.exp($0) - 10
    },
    Case("cos x = x", in: 0...1, root: 0.739_085_133_215_160_6, calls: 15) {
      Elementary.cos($0) - $0
    },
    Case("a root at the lower end", in: 0...1, root: 0, calls: 2) { $0 },
    Case("a root at the upper end", in: -1...0, root: 0, calls: 2) { $0 },
    Case("a flat root", in: -1...4, root: 1, calls: 180) { ($0 - 1) * ($0 - 1) * ($0 - 1) },
    Case("a step", in: 0...1, root: 0.3, calls: 62) { $0 < 0.3 ? -1 : 1 },
    Case("a root far below the ends", in: -1...1e6, root: 1e-12, calls: 80) { $0 - 1e-12 },
  ]

  @Test(arguments: cases)
  func isFoundToTheLastDigits(_ example: Case) throws {
    let found = try #require(
      BracketedRoot(of: { example.function($0) }, in: example.interval))
    if example.testDescription == "a flat root" {
      // The cube of a distance below 1e-108 is zero for every purpose.
      #expect(abs(found.root - example.root) < 1e-15)
    } else {
      #expect(abs(found.root - example.root) <= 2 * example.root.ulp)
    }
    #expect(found.evaluations <= example.calls)
  }

  @Test func liesWhereTheSignChanges() throws {
    let function = { (x: Double) in Elementary.tanh(x) - 0.3 * x * x + 0.1 }
    let root = try #require(BracketedRoot(of: function, in: 1...5)).root
    #expect(function(root.nextDown.nextDown.nextDown) > 0)
    #expect(function(root.nextUp.nextUp.nextUp) < 0)
  }

  @Test func countsItsCalls() throws {
    var calls = 0
    let found = BracketedRoot(
      of: { x in
        calls += 1
        return x - 0.7
      }, in: 0...1)
    #expect(try #require(found).evaluations == calls)
  }

  @Test func isNotGivenWithoutASignChangeOrForNaN() {
    #expect(BracketedRoot(of: { $0 * $0 + 1 }, in: -1...1) == nil)
    #expect(BracketedRoot(of: { _ in .nan }, in: -1...1) == nil)
    #expect(BracketedRoot(of: { $0.magnitude == 1 ? $0 : .nan }, in: -1...1) == nil)
  }
}
