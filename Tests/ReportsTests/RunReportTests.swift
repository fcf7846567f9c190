import Figures
import Foundation
import Reports
import Support
import TestKit
import Testing

@Suite("The report of a run", .limited)
struct RunReportTests {
  /// What stands before the data of the script: all that is read without it.
  private func readable(_ page: String) throws -> Substring {
    let end = try #require(page.range(of: "<script"))
    return page[..<end.lowerBound]
  }

  private func data(_ page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: "id=\"data\">"))
    let end = try #require(page[start.upperBound...].range(of: "</script>"))
    let text = page[start.upperBound..<end.lowerBound]
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  static let sections = [
    "answer", "expectations", "doubt", "tables", "sample", "notes", "methods", "inputs",
    "reproduce", "cite",
  ]

  @Test(arguments: sections)
  func hasEverySectionAndLeadsToIt(id: String) throws {
    let page = try Samples.page()
    #expect(page.ranges(of: "<section id=\"\(id)\"").count == 1)
    #expect(page.contains("<li><a href=\"#\(id)\">"))
  }

  @Test func asksTheQuestionInItsOneHeadingOfTheFirstOrder() throws {
    let page = try Samples.page()
    #expect(page.contains("<h1>Is &lt;b&gt;1 &amp; 1&lt;/b&gt; two?</h1>"))
    #expect(page.ranges(of: "<h1").count == 1)
  }

  @Test("has the colours of figures on both pages", arguments: Tone.allCases)
  func hasTheColoursOfFigures(tone: Tone) throws {
    let page = try Samples.page()
    let values = page.components(separatedBy: "--\(tone): ").dropFirst().map { $0.prefix(7) }
    #expect(values == [Palette.light, Palette.dark].map { $0.hex(tone).prefix(7) })
  }

  @Test func givesTheSameBytesTwice() throws {
    #expect(try Samples.page() == Samples.page())
  }

  @Test func letsNoNameBecomeMarkup() throws {
    let page = try Samples.page()
    #expect(!page.contains("<b>"))
    #expect(!page.contains("<!--"))
    // The style of the page aside, elements of scripts end where this program ends them.
    #expect(page.ranges(of: "</script>").count == 2)
    #expect(page.contains("&lt;b&gt;&amp;&quot;&#39;&lt;/script&gt;&lt;!--"))
    let curves = try #require(data(page)["curves"] as? [String: Any])
    #expect(Array(curves.keys) == [Samples.nasty])
  }

  @Test func loadsNothingFromAnyNetwork() throws {
    let page = try Samples.page()
    #expect(!page.contains("src="))
    #expect(!page.contains("<link"))
    #expect(!page.contains("url("))
    #expect(!page.contains("@import"))
    let links = page.matches(of: /href="(https?:[^"]*)"/).map { String($0.1) }
    #expect(links == ["https://doi.org/10.3847/0004-6256/152/6/157"])
  }

  @Test func hasTwelveRowsOfALongTableAndAllAsData() throws {
    let page = try Samples.page(galaxies: 175)
    let start = try #require(page.range(of: "<h3 id=\"t-fits\">"))
    let end = try #require(page[start.upperBound...].range(of: "</table>"))
    #expect(page[start.upperBound..<end.lowerBound].ranges(of: "<tr>").count == 1 + 12)
    let tables = try #require(data(page)["tables"] as? [[String: Any]])
    let columns = try #require(tables.first?["columns"] as? [[String: Any]])
    #expect((columns[0]["places"] as? [Int])?.count == 350)
  }

  @Test func namesAllThatIsDoubtful() throws {
    let page = String(try readable(try Samples.page()))
    #expect(page.contains("On a bound: 2 of 40 rows of fits"))
    #expect(page.contains("linear: omega upper: 1"))
    #expect(page.contains("burkert: too &lt;few&gt; points: 1 <span class=\"names\">(G2)</span>"))
    #expect(page.contains("Unconstrained: none."))
    #expect(page.contains("At an edge of the grid: none."))
  }

  @Test func tellsMissedExpectationsFirst() throws {
    let page = String(try readable(try Samples.page()))
    #expect(page.contains("Expectations: 2 met, 1 missed"))
    let missed = try #require(page.range(of: "</span>missed</td>"))
    let met = try #require(page.range(of: "</span>met</td>"))
    #expect(missed.lowerBound < met.lowerBound)
    #expect(page.contains("0.5 ± 0.00005"))
    #expect(page.contains("at most 1"))
    #expect(page.contains("<strong>2 of 3 expectations met.</strong> fits · max of chi2 is 39.5"))
  }

  @Test func writesFormulasAsMathAndPapersAsBibTeX() throws {
    let page = String(try readable(try Samples.page()))
    #expect(page.contains("<math display=\"block\" aria-label=\"V = V_bary + omega R\">"))
    #expect(page.contains("<msub><mi>V</mi><mtext>bary</mtext></msub>"))
    #expect(page.contains("@article{Burkert1995,"))
    #expect(page.contains("author = {{Lelli} and {McGaugh} and {Schombert}}"))
    #expect(page.contains("doi = {10.3847/0004-6256/152/6/157}"))
  }

  @Test func saysHowToReproduceItWithoutAPathOfTheMachine() throws {
    let page = try Samples.page()
    #expect(page.contains("upsilon verify tiny-7228e8910334 --recompute"))
    #expect(!page.contains(Samples.root.path))
  }

  @Test func showsWhatMovedWhereSomethingWasPinned() throws {
    #expect(try !Samples.page().contains("id=\"moved\""))
    let moves = ReportMoves(
      since: "tiny.json.lock", causes: ["another engine"], tableCount: 3, tables: ["fits"],
      values: [
        .init(subject: "fits · G1 · chi2", unit: "", old: .number(1.5), new: .number(1.25)),
        .init(subject: "fits · G1 · status", unit: "", old: .word("interior"), new: .word("")),
      ])
    let page = try Samples.page(moves: moves)
    #expect(page.contains("1 of 3 tables moved"))
    #expect(page.contains("<td>1.5000</td><td>1.2500</td><td>−0.250</td>"))
  }

  @Test func putsTheFirstFigureWithTheAnswer() throws {
    let figures = ["one", "two"].map {
      ReportFigure(
        name: $0, title: "Figure \($0)", caption: "", markup: "<svg id=\"\($0)\"></svg>",
        isWide: false)
    }
    let page = try Samples.page(figures: figures)
    let answer = try #require(page.range(of: "<svg id=\"one\">"))
    let expectations = try #require(page.range(of: "<section id=\"expectations\""))
    let second = try #require(page.range(of: "<svg id=\"two\">"))
    #expect(answer.lowerBound < expectations.lowerBound)
    #expect(expectations.lowerBound < second.lowerBound)
    #expect(page.contains("href=\"figures/two.svg\""))
  }

  @Test func opensCurvesWithFourDigitsAndSharesWhatIsEqual() throws {
    let curves = try #require(data(try Samples.page())["curves"] as? [String: Any])
    let sets = try #require(curves[Samples.nasty] as? [[String: Any]])
    #expect(sets.map { $0["k"] as? String } == ["linear", "burkert"])
    #expect(sets[0]["o"] as? [Double] == [50, 70.12])
    #expect(sets[1]["o"] == nil)
    #expect(sets[1]["m"] as? [Double] == [49, 69])
    #expect(sets[0]["h"] as? Int == 1)
  }

  @Test func needsNoScriptWithoutRowsToSort() throws {
    let page = try Samples.page(galaxies: 6, curves: nil)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<dialog"))
  }

  @Test func saysWhereItComesFrom() throws {
    let page = try Samples.page()
    let manifest = String(repeating: "a", count: 64)
    #expect(page.contains("; manifest \(manifest); drawer "))
  }
}
