import Reports
import TestKit
import Testing

@Suite("The report of several runs", .limited)
struct ComparisonPageTests {
  private func page() throws -> String {
    let subjects = try [20, 6].map {
      try Samples.subject(galaxies: $0, curves: nil, moves: nil, figures: [])
    }
    return String(decoding: ComparisonPage(subjects).bytes, as: UTF8.self)
  }

  @Test func hasARowForEachRun() throws {
    let page = try page()
    #expect(page.contains("<td class=\"l\">2 of 3 met</td>"))
    #expect(page.contains("<td class=\"l\">1 of 3 met</td>"))
    #expect(page.ranges(of: "Expectations: ").isEmpty)
  }

  @Test func putsTablesOfOneNameAfterEachOther() throws {
    let page = try page()
    #expect(page.contains("id=\"t-1-fits\""))
    #expect(page.contains("id=\"t-2-fits\""))
    #expect(page.contains("href=\"tiny-7228e8910334/tables/fits.ecsv\""))
  }
}
