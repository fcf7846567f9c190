import Figures
import TestKit
import Testing

@Suite("Axes", .limited)
struct AxisTests {
  /// The texts of ticks of x in a column, from left to right.
  private func ticks(_ axis: Axis) -> [String] {
    let panel = Samples.panel(axis, Samples.axis("", 0...1, ticks: []), [])
    return texts(Samples.scene("ticks", [Samples.block([panel])]).drawn().svg)
  }

  /// What is written, without the elements that set it.
  private func texts(_ svg: String) -> [String] {
    svg.split(separator: "<text ").dropFirst().map { element in
      let inside = element.drop { $0 != ">" }.dropFirst().prefix(while: { $0 != "\n" })
      var (text, isTag) = ("", false)
      for character in inside {
        if character == "<" {
          isTag = true
        } else if character == ">" {
          isTag = false
        } else if !isTag {
          text.append(character)
        }
      }
      return text
    }
  }

  @Test(arguments: [
    (0.0...19.8, ["0", "5", "10", "15"]), (0...1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (-0.42...0.42, ["−0.4", "−0.2", "0.0", "0.2", "0.4"]),
    (0...12_000, ["0", "2,000", "4,000", "6,000", "8,000", "10,000", "12,000"]),
    (0...6_000_000, ["0", "1 × 106", "2 × 106", "3 × 106", "4 × 106", "5 × 106", "6 × 106"]),
    (0...5e-9, ["0", "1 × 10−9", "2 × 10−9", "3 × 10−9", "4 × 10−9", "5 × 10−9"]),
    (3...3, ["1.5", "2.0", "2.5", "3.0", "3.5", "4.0", "4.5"]),
    (0.931...0.9312, ["0.93100", "0.93105", "0.93110", "0.93115", "0.93120"]),
  ])
  func hasTicksWhereAPersonWouldPutThem(domain: ClosedRange<Double>, texts: [String]) {
    #expect(ticks(Samples.axis("", domain)).filter { !$0.isEmpty } == texts)
  }

  @Test(arguments: [
    (0.01...5.0, ["0.01", "0.1", "1"]), (1...2000, ["1", "10", "100", "1,000"]),
    (4e-13...5.6e-9, ["10−12", "10−11", "10−10", "10−9"]), (1...8, ["1", "2", "5"]),
    (3...4, ["3.0", "3.2", "3.4", "3.6", "3.8", "4.0"]), (-5...0, ["0.001", "0.01", "0.1", "1"]),
  ])
  func hasDecadesOnLogs(domain: ClosedRange<Double>, texts: [String]) {
    #expect(ticks(Samples.axis("", domain, scale: .log)) == texts)
  }

  @Test func hasEdgesAndDecadesOnBoth() {
    let axis = Samples.axis("", -1000...1000, scale: .symlog(linearTo: 10))
    #expect(ticks(axis) == ["−1,000", "−100", "−10", "0", "10", "100", "1,000"])
  }

  @Test func keepsItsOwnTicks() {
    let axis = Samples.axis("", 0...10, ticks: [.init(1, "one"), .init(5, ""), .init(70, "far")])
    #expect(ticks(axis) == ["one"])
  }

  @Test func cutsNoLongNumbersAtTheLeft() {
    let panel = Samples.panel(
      Samples.axis("", 0...1), Samples.axis("*y*", 0...987_654), [Samples.points([0.5], [3])])
    let drawing = Samples.scene("left", [Samples.block([panel])]).drawn()
    #expect(drawing.faults == [])
    #expect(texts(drawing.svg).contains("800,000"))
  }

  @Test func leavesOutPointsThatDoNotMoveALine() {
    let line = (0...100).map { (x: Double($0), y: 0.0) }
    #expect(Polyline.thinned(line, tolerance: 0.06).count == 2)
    let bent = line.map { (x: $0.x, y: $0.x < 50 ? 0 : $0.x - 50) }
    #expect(Polyline.thinned(bent, tolerance: 0.06).map(\.x) == [0, 50, 100])
    #expect(Polyline.thinned([], tolerance: 1).isEmpty)
  }

  @Test func drawsWhatIsOutsideAsCarets() {
    func svg(_ y: [Double]) -> String {
      let panel = Samples.panel(
        Samples.axis("", 0...1), Samples.axis("", 0...1),
        [Samples.points(y.map { _ in 0.5 }, y)])
      return Samples.scene("carets", [Samples.block([panel])]).drawn().svg
    }
    #expect(
      svg([0.5, 3]).split(separator: "<path").count == svg([0.5]).split(separator: "<path").count
        + 1)
  }

  @Test func namesCurvesBesideThem() {
    let svg = Samples.rotation.drawn().svg
    for name in ["total", "halo", "disk", "bulge", "gas"] {
      #expect(texts(svg).filter { $0 == name }.count == 2)
    }
  }
}
