import Figures
import TestKit
import Testing

/// Scenes by chance are drawn without a crash, and no text leaves them.
@Suite("Drawing of anything", .limited)
struct FigureFuzzTests {
  @Test(arguments: 0..<300)
  func survives(seed: Int) {
    var dice = SceneDice(seed: seed)
    let drawing = dice.scene().drawn()
    #expect(drawing.faults.filter { $0.kind == .cut } == [])
    #expect(XMLCheck.fault(in: drawing.svg) == nil)
    #expect(drawing.height > 0 && drawing.height < 100_000)
  }

  @Test func drawsTenThousandPointsAsOnePath() {
    let x = Samples.noise(1, 10_000)
    let panel = Samples.panel(
      Samples.axis("x", -1...1), Samples.axis("y", -1...1),
      [Samples.points(x, Samples.noise(2, 10_000), error: x.map { _ in 0.01 }, label: "all")],
      labels: .key)
    let drawing = Samples.scene("many", [Samples.block([panel])]).drawn()
    #expect(drawing.faults == [])
    #expect(drawing.svg.split(separator: "<path").count < 60)
  }

  @Test func leavesOutWhatALogDoesNotHave() {
    let panel = Samples.panel(
      Samples.axis("x", -5...100, scale: .log), Samples.axis("y", 0...0),
      [
        Samples.points([-1, 0, 1, .nan, .infinity], [0, 0, 0, 0, 0]),
        Samples.line([-1, 0, 1, 10], [0, 0, 0, 0], .plain, "line"),
      ], labels: .beside)
    let drawing = Samples.scene("log", [Samples.block([panel])]).drawn()
    #expect(drawing.faults == [])
    #expect(XMLCheck.fault(in: drawing.svg) == nil)
  }
}
