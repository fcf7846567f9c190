import Foundation
import TestKit
import Testing

/// Whatever an input holds, a terminal is never told what to do, and what is read is the order of
/// what is shown.
@Suite("Chaos: hostile text", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct HostileTextTests {
  /// A place for a hostile text, and lines that may show it.
  struct Place: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: [String]
    /// A file to be changed: its path, what is replaced there, and by what.
    var file = ""
    var old = ""
    var new = ""
  }

  private static let text = HostileText.text
  private static let word = HostileText.quoted

  /// A run with its lock, and own data.
  private static let template = Result {
    let program = try Program()
    try program.directory.write(spec, to: "tiny.json")
    try program.directory.write(Scene.points, to: "own/points.csv")
    try program.directory.write(catalogue, to: "own/catalogue.csv")
    try program.directory.write(DataFiles.registry(), to: "data/registry.json")
    for (name, text) in DataFiles.all { try program.directory.write(text, to: "in/\(name)") }
    try program.mustRun("pin", "tiny.json")
    return program
  }

  private static let catalogue = "galaxy,distance,r_disk\nG1,4.5,1.25\nG2,3,1\n"

  private static let spec = """
    {
      "upsilon": 1, "name": "tiny", "question": "which?", "source": "nobody",
      "dataset": { "path": "own", "format": "csv" },
      "cuts": { "galaxies": ["points >= 5"], "points": ["radius > 0"] },
      "model": { "fit": ["linear"] },
      "grid": { "upsilon_disk": [0.5] },
      "bounds": { "linear": { "omega": [0, 90] } },
      "analyses": [
        { "name": "mean", "summarize": "fits", "columns": ["chi2_reduced"],
          "where": "status == 'interior'", "statistics": ["mean"] }
      ],
      "expect": [
        { "table": "fits", "statistic": "count", "equals": 2, "source": "counted by nobody" }
      ]
    }
    """

  private static let words = [
    "upsilon \(word)", "upsilon run --\(word)", "upsilon run \(word)", "upsilon run \(word).json",
    "upsilon help \(word)", "upsilon models \(word)", "upsilon run tiny.json --jobs \(word)",
    "upsilon run tiny.json --shard \(word)", "upsilon run tiny.json --runs \(word)",
    "upsilon run tiny.json --runs tiny.json/\(word)", "upsilon init tiny.json/\(word)",
    "upsilon init \(word).json", "upsilon data import \(word)", "upsilon data fetch \(word)",
    "upsilon data list --data \(word)", "upsilon run tiny.json --data \(word)",
    "upsilon data verify \(word)", "upsilon show \(word)", "upsilon show tiny \(word)",
    "upsilon show tiny fits --\(word) 1", "upsilon verify \(word)", "upsilon diff \(word) tiny",
    "upsilon why \(word)", "upsilon why tiny.json --set \(word)", "upsilon list --runs \(word)",
    "upsilon list --specs \(word)", "upsilon clean --runs \(word)", "upsilon clean --specs \(word)",
    "upsilon check tiny.json --set \(word)=1", "upsilon check tiny.json --set name=\(word)",
    "upsilon check tiny.json --set \"name=\\\"\"\(word)\"\\\"\"", "upsilon merge \(word)",
    "upsilon plan \(word)", "upsilon schema \(word)", "upsilon pin \(word)",
  ]

  private static let names = [
    "mkdir \(word); upsilon check \(word)",
    "cp tiny.json \(word).json; upsilon check . --json; upsilon run .; upsilon pin .; upsilon plan .",
    "mkdir \(word); cp tiny.json \(word); cp -R own \(word); upsilon run \(word); upsilon check \(word)",
    "cp -R runs/tiny-* runs/\(word); upsilon list; upsilon clean; upsilon show tiny; upsilon verify runs/*",
    "(cd runs/tiny-* && touch \(word)); upsilon verify tiny; upsilon verify tiny --json",
    "mkdir runs/.partial; mkdir runs/.partial/\(word); touch runs/.partial/\(word)/1.records;"
      + " upsilon clean; upsilon list",
    "cp tiny.json.lock \(word).lock; echo no >> \(word).lock; upsilon list --specs .;"
      + " upsilon clean --specs .",
    "cp in/points.csv in/\(word); upsilon data import in; upsilon data import in/\(word)",
    "mv own \(word); upsilon run tiny.json --set \"dataset={\\\"path\\\": \\\"\"\(word)\"\\\","
      + " \\\"format\\\": \\\"csv\\\"}\"",
    "mkdir own/\(word); touch own/\(word).csv; upsilon run tiny.json",
  ]

  private static let contents = [
    Place(
      testDescription: "a galaxy",
      lines: [
        "run tiny.json", "run tiny.json --json", "show tiny galaxies", "show tiny dropped",
        "show tiny fits --json", "list",
      ], file: "own/points.csv", old: "G1", new: text),
    Place(
      testDescription: "a galaxy of a catalogue", lines: ["run tiny.json"],
      file: "own/catalogue.csv", old: "G1", new: text),
    Place(
      testDescription: "a column", lines: ["run tiny.json"], file: "own/points.csv", old: "v_obs",
      new: text),
    Place(
      testDescription: "a column of a catalogue", lines: ["run tiny.json"],
      file: "own/catalogue.csv", old: "distance", new: text),
    Place(
      testDescription: "a number", lines: ["run tiny.json"], file: "own/points.csv", old: ",4,",
      new: ",\(text),"),
    Place(
      testDescription: "the source of an expectation that is missed", lines: ["run tiny.json"],
      file: "tiny.json", old: #"2, "source": "counted by nobody""#,
      new: #"3, "source": \#(HostileText.word)"#),
    Place(
      testDescription: "a line of checksums", lines: ["verify tiny", "run tiny.json"],
      file: "SHA256SUMS", old: "tables/", new: text),
    Place(
      testDescription: "a hash of checksums", lines: ["verify tiny"], file: "SHA256SUMS", old: "a",
      new: text),
    Place(
      testDescription: "a table", lines: ["verify tiny", "show tiny fits", "diff tiny tiny"],
      file: "fits.ecsv", old: "linear", new: text),
    Place(
      testDescription: "the head of a table", lines: ["verify tiny", "show tiny fits"],
      file: "fits.ecsv", old: "datatype", new: text),
  ]

  /// The lines of the shell that tell a terminal what to do, or crash.
  private func hostile(_ lines: [String], in program: Program) throws -> [String] {
    try lines.filter { line in
      let ending = try program.shell(line, within: .seconds(60))
      return ending.status >= 128
        || !HostileText.commands(in: ending.output + ending.messages).isEmpty
    }
  }

  @Test(arguments: words)
  func inAWordIsShownOnly(line: String) throws {
    let program = try Program(copying: Self.template.get())
    #expect(try hostile([line], in: program) == [])
  }

  @Test(arguments: names)
  func inTheNameOfAFileIsShownOnly(line: String) throws {
    let program = try Program(copying: Self.template.get())
    #expect(try hostile([line], in: program) == [])
  }

  @Test(arguments: contents)
  func inAFileIsShownOnly(place: Place) throws {
    let program = try Program(copying: Self.template.get())
    let path = try #require(program.listing.first { $0.hasSuffix(place.file) })
    let text = try program.directory.read(path)
    let range = try #require(text.range(of: place.old))
    let changed = text.replacingCharacters(in: range, with: place.new)
    try program.directory.write(changed, to: path)
    let found = try hostile(place.lines.map { "upsilon \($0)" }, in: program)
    #expect(found == [])
  }

  @Test(arguments: HostileText.variants(of: spec))
  func inASpecIsShownOnly(text: String) throws {
    let program = try Program(copying: Self.template.get())
    try program.directory.write(text, to: "tiny.json")
    let lines = ["upsilon check tiny.json", "upsilon run tiny.json; upsilon show tiny"]
    let found = try hostile(lines, in: program)
    #expect(found == [])
  }

  /// A record of a run that a stranger made, a registry, and a lock.
  @Test(arguments: ["manifest.json", "journal.json", "registry.json", "tiny.json.lock"])
  func inARecordIsShownOnly(file: String) throws {
    let program = try Program(copying: Self.template.get())
    let path = try #require(program.listing.first { $0.hasSuffix(file) })
    let whole = try program.directory.read(path)
    let variants = file.hasSuffix("lock") ? Self.lines(whole) : HostileText.variants(of: whole)
    let verbs =
      switch file {
      case "registry.json": ["data list", "data verify", "data fetch made"]
      case "tiny.json.lock": ["run tiny.json --locked", "list --specs ."]
      default: ["list", "show tiny", "verify tiny", "why tiny"]
      }
    let line = verbs.map { "upsilon \($0)" }.joined(separator: "; ")
    var generator = ChaosRun.generator(12)
    let drawn = variants.shuffled(using: &generator).prefix(ChaosRun.rounds < 10 ? 8 : .max)
    let found = try drawn.filter { variant in
      try program.directory.write(variant, to: path)
      return try !hostile([line], in: program).isEmpty
    }
    #expect(found.isEmpty, "\(found.count) of \(drawn.count), such as \(found.first ?? "")")
  }

  /// The texts that come of a lock when a word of a line becomes hostile.
  private static func lines(_ lock: String) -> [String] {
    let lines = lock.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.flatMap { index in
      lines[index].split(separator: " ").map { word in
        var changed = lines
        changed[index] = lines[index].replacing(word, with: HostileText.text, maxReplacements: 1)
        return changed.joined(separator: "\n")
      }
    }
  }
}
