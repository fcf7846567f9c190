import Datasets
import Support
import TestKit
import Testing

/// Files that are larger than anything the program has a use for.
@Suite("A file without end", .limited)
struct EndlessFileTests {
  private static func messages(_ text: String) -> [String] {
    let report = InputReport()
    let mistakes = Mistakes(report)
    _ = CurveTable(SourceText(name: "points.csv", text: text), mistakes)
    mistakes.finish()
    return report.messages
  }

  private static let header = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n"

  @Test func hasTooManyLines() {
    let text = Self.header + String(repeating: "\n", count: 1_000_000)
    #expect(Self.messages(text) == ["the file has more than 1,000,000 lines"])
  }

  @Test func hasTooManyGalaxies() {
    let rows = (0...100_000).map { "A\($0),1,2,3,4,5\n" }
    #expect(
      Self.messages(Self.header + rows.joined()) == ["the file has more than 100,000 galaxies"])
    #expect(Self.messages(Self.header + rows.dropLast().joined()) == [])
  }

  /// In one row, so that every mistake has its column to count.
  @Test func hasUnknownColumnsWithoutEnd() {
    let names = (0..<9_000).map { "c\($0)" }.joined(separator: ",")
    #expect(
      Self.messages("galaxy,\(names)\nA\n")
        == ["radius", "v_obs", "e_v_obs", "v_gas", "v_disk"].map { "missing column '\($0)'" })
  }
}
