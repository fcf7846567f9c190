import Console
import TestKit
import Testing

@Suite("An exit status", .limited)
struct ExitStatusTests {
  /// Scripts depend on the numbers.
  @Test func keepsItsNumber() {
    #expect(Console.ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3])
  }

  @Test func growsWithTheTrouble() {
    #expect([Console.ExitStatus.unmet, .broken, .done].max() == .broken)
  }
}
