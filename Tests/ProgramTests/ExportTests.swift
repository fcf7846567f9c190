import Foundation
import TestKit
import Testing

@Suite("An export of a run", .limited)
struct ExportTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json")
  }

  private func data(_ file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(program.path)/\(file)"))
  }

  @Test(arguments: [
    ("small fitz --format csv -o x", "did you mean 'fits'?"),
    ("small fits --format csv", "there is nothing to write to"),
    ("small fits -o x", "no format is named"),
    ("--format csv -o x", "no run is named"),
    ("small --format csv -o -", "standard output holds one table of 'csv'"),
    ("small --format fits -o -", "'fits' is no text for standard output"),
    ("small --format fits -o x --where 'chi2 > 1'", "'--where' needs one table to look into"),
    ("small fits fits --format json -o x", "table 'fits' is named twice"),
    ("small fits --format json -o x --columns chi", "did you mean 'chi2'?"),
    ("small fits --format fitz -o x", "did you mean 'fits'?"),
    ("small fits --format getdist -o x", "'getdist' does not take 'fits'"),
    ("small --format getdist -o x", "it takes tables of draws"),
    ("small --format zarr -o -", "'zarr' is no text for standard output"),
    ("small fits --format zarr -o runs", "there is something at 'runs' already"),
    ("small --reader python -o x", "a reading helper is of no run"),
  ])
  func isRefusedWithAdvice(line: String, message: String) throws {
    let ending = try program.shell("upsilon export \(line)")
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.messages.contains(message), "\(ending.messages)")
    #expect(!program.listing.contains("x"))
  }

  @Test func tellsEveryMistakeAtOnce() throws {
    let messages = try program.run("export").messages
    #expect(messages.ranges(of: "error: ").count == 3)
  }

  @Test func writesTheSameFileAgainInPlaceOfTheFirst() throws {
    for (format, file) in [("fits", "a.fits"), ("json", "a.json"), ("votable", "a.vot")] {
      try program.run("export", "small", "--format", format, "-o", file)
      let first = try data(file)
      let again = try program.run("export", "small", "--format", format, "-o", file)
      #expect(again.status == 0)
      #expect(try data(file) == first)
    }
    #expect(!program.listing.contains { $0.hasPrefix(".") && !$0.hasPrefix(".upsilon") })
  }

  @Test func makesAFolderWholeOrNotAtAll() throws {
    try program.run("export", "small", "--format", "zarr", "-o", "small.zarr")
    let files = program.listing.filter { $0.hasPrefix("small.zarr/") }
    #expect(files.contains("small.zarr/.zmetadata") && files.contains("small.zarr/fits/chi2/0"))
    let again = try program.run("export", "small", "--format", "zarr", "-o", "small.zarr")
    #expect(again.status == 2)
    #expect(again.messages.contains("name another place, or remove it"), "\(again.messages)")
    #expect(!program.listing.contains { $0.hasSuffix(".part") })
  }

  /// The catalogue and the measured points go into a database beside the tables of the run.
  @Test func hasTheSampleInADatabase() throws {
    try program.run("export", "small", "fits", "--format", "sqlite", "-o", "small.db")
    let query =
      "SELECT count(*) = (SELECT sum(points) FROM galaxies) FROM radial_profiles "
      + "JOIN galaxies USING (galaxy) WHERE v_obs IS NOT NULL;"
    let ending = try program.shell("sqlite3 small.db '\(query)'")
    #expect(ending.output == "1\n", "\(ending.messages)")
  }

  @Test func givesEveryTableAFileWhereAFileHoldsOne() throws {
    try program.run("export", "small", "--format", "csv", "-o", "out")
    let files = program.listing.filter { $0.hasPrefix("out/") }
    let run = try #require(program.runs().first)
    let tables = program.listing.filter { $0.hasPrefix("runs/\(run)/tables/") }
    #expect(files.count == tables.count)
    #expect(files.contains("out/fits.csv"))
  }

  @Test func writesWhatStandardOutputGets() throws {
    let line = ["export", "small", "fits", "--format", "csv", "--columns", "galaxy,chi2", "-o"]
    let output = try program.run(line + ["-"])
    _ = try program.run(line + ["fits.csv"])
    #expect(output.output == String(decoding: try data("fits.csv"), as: UTF8.self))
    #expect(output.output.hasPrefix("galaxy,chi2\r\n"))
  }

  @Test func needsTheProgramOfADatabase() throws {
    let bin = program.path + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    let ending = try program.run(
      "export", "small", "--format", "sqlite", "-o", "a.sqlite", environment: ["PATH": bin])
    #expect(ending.status == 3)
    #expect(ending.messages.hasSuffix("error: cannot start 'sqlite3': it is not installed\n"))
    #expect(!program.listing.contains { $0.contains("a.sqlite") })
  }

  @Test func writesAHelperOfEightyLinesAtMost() throws {
    let ending = try program.run("export", "--reader", "python", "-o", "upsilon_run.py")
    #expect(ending.status == 0)
    let text = String(decoding: try data("upsilon_run.py"), as: UTF8.self)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 81)
    #expect(try program.run("export", "--reader", "python", "-o", "-").output == text)
  }
}
