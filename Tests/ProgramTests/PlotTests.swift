import Foundation
import TestKit
import Testing

@Suite("Plot and report on the command line", .limited)
struct PlotTests {
  private let program: Program
  private let run: String

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json", "--set", "grid.upsilon_disk=[0.5]", "--set", "expect=[]")
    run = try #require(program.runs().first)
  }

  private func galaxy() throws -> String {
    let table = try program.run("show", "small", "fits", "--json").json as? [[String: Any]]
    return try #require(table?.first?["galaxy"] as? String)
  }

  @Test func listsWhatTheRunCanDraw() throws {
    let ending = try program.run("plot", "small")
    #expect(ending.status == 0)
    #expect(ending.output.contains("rotation-curve"))
  }

  @Test func drawsACurveThatTheRunDoesNotKeep() throws {
    let words = ["plot", "small", "--figure", "rotation-curve", "--galaxy", try galaxy()]
    let ending = try program.run(words + ["--models", "linear", "-o", "a.svg"])
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output == "a.svg\n")
    let first = try program.directory.read("a.svg")
    #expect(first.hasPrefix("<svg "))
    #expect(first.contains("<!-- upsilon view; run "))
    _ = try program.run(words + ["--models", "linear", "-o", "b.svg"])
    #expect(try program.directory.read("b.svg") == first)
  }

  @Test func printsTheFigureForASpec() throws {
    let ending = try program.run(
      "plot", "small", "--figure", "rotation-curve", "--galaxy", try galaxy(), "--spec")
    #expect(ending.status == 0, "\(ending.messages)")
    let figure = try ending.json as? [String: Any]
    #expect(figure?["pages"] as? String == "galaxy")
  }

  @Test(arguments: [
    (["--figure", "rotation-curv"], "there is no figure 'rotation-curv'", "rotation-curve"),
    (["--figure", "rotation-curve", "--galaxy", "NGC1"], "NGC1", ""),
    (["--figure", "rotation-curve", "-o", "no/a.svg"], "there is no folder 'no'", ""),
    (["--figure", "rotation-curve", "-o", "a.gif"], "does not say what to draw", ".png"),
    (["--figure", "sensitivity", "--galaxy", "G"], "takes no '--galaxy'", ""),
  ])
  func refusesWithAdvice(words: [String], message: String, advice: String) throws {
    let ending = try program.run(["plot", "small"] + words)
    #expect(ending.status == 2, "\(ending.output)")
    #expect(ending.messages.contains(message), "\(ending.messages)")
    #expect(advice.isEmpty || ending.messages.contains(advice), "\(ending.messages)")
    let names = try FileManager.default.contentsOfDirectory(atPath: program.path)
    #expect(names.filter { $0.hasSuffix(".svg") } == [])
  }

  @Test func saysInOneLineThatAProgramIsMissing() throws {
    let ending = try program.run(
      "plot", "small", "--figure", "rotation-curve", "--galaxy", try galaxy(), "-o", "a.pdf",
      environment: ["PATH": "/nowhere"])
    #expect(ending.status == 3)
    #expect(ending.messages.contains("cannot make 'a.pdf': rsvg-convert makes .pdf files"))
    let names = try FileManager.default.contentsOfDirectory(atPath: program.path)
    #expect(names.filter { $0.contains("a.pdf") } == [])
  }

  @Test func drawsAReportIntoTheRunOrWhereItIsWanted() throws {
    let inside = try program.run("report", "small")
    #expect(inside.output == "runs/\(run)/report.html\n", "\(inside.messages)")
    let page = try program.directory.read("runs/\(run)/report.html")
    #expect(page.contains("upsilon verify \(run) --recompute"))
    #expect(try program.run("report", "small", "-o", "page.html").output == "page.html\n")
    #expect(try program.directory.read("page.html") == page)
  }

  @Test func needsAPlaceForSeveralRuns() throws {
    let refused = try program.run("report", "small", "small")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("add '-o runs.html'"))
    #expect(try program.run("report", "small", "small", "-o", "runs.html").status == 0)
    #expect(try program.directory.read("runs.html").contains("2 runs side by side"))
  }

  @Test func saysWhatMovedSinceAnEarlierRun() throws {
    let other = Specs.small.replacing("0.3, 0.5", with: "0.5").replacing(
      "[0, 90]", with: "[0, 2]"
    ).replacing("\"small\"", with: "\"narrow\"")
    try program.directory.write(other, to: "narrow.json")
    try program.run("run", "narrow.json", "--set", "expect=[]")
    let ending = try program.run("report", "narrow", "--since", "small", "-o", "page.html")
    #expect(ending.status == 0, "\(ending.messages)")
    let page = try program.directory.read("page.html")
    #expect(page.contains("What moved since"))
    #expect(page.contains("/bounds/rational-taper/omega"))
  }
}
