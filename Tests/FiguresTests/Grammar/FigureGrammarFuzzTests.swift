import Figures
import Support
import Tables
import TestKit
import Testing

/// Figures by chance are refused or drawn, and never stop the program.
@Suite("Figures of anything", .limited)
struct FigureGrammarFuzzTests {
  private static let expressions = [
    "v200", "c200", "galaxy", "model", "radius", "v_obs", "log10(v_bulge)", "g_bar", "1 / 0",
    "'word'", "loo_r2", "upsilon_disk", "upsilon_bulge", "status", "-residual", "missing(c200)",
    "if(c200 > 5, 'a', 'b')",
  ]

  @Test(arguments: 0..<400)
  func survives(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &generator)]
    }
    func layer() -> [JSONValue.Member] {
      var members: [JSONValue.Member] = [
        .init("mark", .string(pick(["point", "line", "band", "bar", "cell", "density", "rule"])))
      ]
      for key in ["x", "y", "e_x", "e_y"] where Bool.random(using: &generator) {
        let value: JSONValue = .string(pick(Self.expressions))
        members.append(
          .init(key, pick([value, value, value, 3, -1, [0, 1], [value, 2]] as [JSONValue])))
      }
      for key in ["colour", "symbol", "order", "text"] where pick([true, false, false]) {
        members.append(.init(key, .string(pick(Self.expressions))))
      }
      if pick([true, false, false]) {
        members.append(
          .init(
            "summary",
            .string(
              pick(["median", "mean", "count", "share", "density", "region", "best", "within"]))))
        members.append(.init("within", 0.01))
      }
      if pick([true, false]) {
        members.append(.init("bins", pick([4, [0, 1, 10], ["width": 0.5]] as [JSONValue])))
      }
      return members
    }
    var members =
      [
        JSONValue.Member("name", "f"),
        .init("table", .string(pick(["fits", "curves", "points", "scan", "draws", "fit"]))),
      ] + layer()
    if pick([true, false]) {
      members.append(.init("layers", .array((0..<2).map { _ in .object(layer()) })))
    }
    for key in ["facet", "pages", "rows"] where pick([true, false, false, false]) {
      members.append(.init(key, .string(pick(Self.expressions))))
    }
    members.append(
      .init(
        "scale", ["x": .string(pick(["linear", "log", "symlog"])), "y": pick(["log", "linear"])]))
    members.append(.init("domain", ["y": pick(["zero", "symmetric", [0, .null]] as [JSONValue])]))
    let report = InputReport()
    guard let request = FigureRequest(.object(members), report) else {
      #expect(report.hasErrors)
      return
    }
    let (scenes, notes) = request.scenes(from: MadeTables.all, FigureFacts(run: ""))
    #expect(!scenes.isEmpty || !notes.isEmpty)
    for scene in scenes { #expect(XMLCheck.fault(in: scene.drawn().svg) == nil) }
  }
}
