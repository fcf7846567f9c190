import Console
import TestKit
import Testing

@Suite("A text table", .limited)
struct TextTableTests {
  static let table = TextTable(
    [.text("galaxy"), .number("omega", unit: "km/s/kpc"), .number("k"), .text("status")],
    rows: [
      ["NGC2403", "12.34", "8.784", "interior"],
      ["DDO154", "5.100", "–", "at_bound"],
      ["M33", "105.0", "10.00", ""],
    ])

  @Test func alignsNumbersOnTheRight() {
    #expect(
      Self.table.lines().joined(separator: "\n") == """
        galaxy      omega      k  status
                 km/s/kpc
        NGC2403     12.34  8.784  interior
        DDO154      5.100      –  at_bound
        M33         105.0  10.00
        """)
  }

  @Test func hasNoUnitsIfNoColumnHas() {
    let table = TextTable([.number("n"), .number("r2")], rows: [["129", "0.920"]])
    #expect(table.lines() == ["  n     r2", "129  0.920"])
  }

  @Test func saysHowManyRowsAreLeftOut() {
    #expect(
      Self.table.lines(maximumRows: 1, indent: 2).joined(separator: "\n") == """
          galaxy      omega      k  status
                   km/s/kpc
          NGC2403     12.34  8.784  interior
          … 2 more rows
        """)
    #expect(Self.table.lines(maximumRows: 2).last == "… 1 more row")
    #expect(Self.table.lines(maximumRows: 3) == Self.table.lines())
  }

  @Test func leavesOutColumnsThatDoNotFit() {
    #expect(Self.table.lines(width: 34) == Self.table.lines())
    #expect(
      Self.table.lines(width: 33).joined(separator: "\n") == """
        galaxy      omega      k
                 km/s/kpc
        NGC2403     12.34  8.784
        DDO154      5.100      –
        M33         105.0  10.00
        … 1 more column: status
        """)
  }

  @Test(arguments: 1...40)
  func staysWithinItsWidth(_ width: Int) {
    let lines = Self.table.lines(width: width, maximumRows: 1)
    #expect(lines.allSatisfy { $0.count <= max(width, "NGC2403".count) })
    #expect(lines[0].hasPrefix("galaxy"))
  }

  /// A rule as long as a line hides none of the numbers behind it.
  @Test func shortensLongTexts() {
    let rule = (1...30).map { "galaxy == 'NGC\($0)'" }.joined(separator: " or ")
    let table = TextTable(
      [.number("step"), .text("rule"), .text("kind"), .number("before"), .number("after")],
      rows: [["1", rule, "galaxies", "175", "30"], ["2", "quality < 3", "galaxies", "30", "29"]])
    #expect(
      table.lines(width: 60).joined(separator: "\n") == """
        step  rule                           kind      before  after
           1  galaxy == 'NGC1' or galaxy =…  galaxies     175     30
           2  quality < 3                    galaxies      30     29
        """)
    #expect(table.lines(width: nil).contains { $0.contains(rule) })
    #expect(table.lines(width: 40).last == "… 2 more columns: before, after")
    #expect(table.lines(width: 40).allSatisfy { $0.count <= 40 })
  }

  @Test func shortensTheLongestMost() {
    let words = { (count: Int) in String(repeating: "x", count: count) }
    let table = TextTable(
      [.text("a"), .text("b"), .text("c")], rows: [[words(10), words(90), words(25)]])
    #expect(table.lines(width: 80)[1] == "\(words(10))  \(words(40))…  \(words(25))")
    #expect(table.lines(width: 60)[1] == "\(words(10))  \(words(22))…  \(words(22))…")
  }

  @Test func isAHeaderWithoutRows() {
    #expect(TextTable([.text("a"), .number("b")]).lines() == ["a  b"])
  }

  @Test func stopsTheProgramAtAShortRow() async {
    await #expect(processExitsWith: .failure) {
      _ = TextTable([.text("a"), .text("b")], rows: [["1"]])
    }
  }
}
