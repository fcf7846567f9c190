import Foundation
import TestKit
import Testing

/// What the program makes of somebody's files can be seen and written out.
@Suite("Seeing data", .limited)
struct DataSeeingTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(
      #"""
      galaxy,radius [arcsec],v_obs [m/s],e_v_obs,v_gas,v_disk,colour
      A,30,80000,3,1,2,red
      A,10,50000,3,1,2,red
      "B, the ""second""",10,50000,3,-1,2,blue
      "B, the ""second""",20,72000,3,1,2,blue

      """#, to: "mine/points.csv")
    try program.directory.write(
      #"""
      galaxy,distance [kpc],inclination
      "B, the ""second""",5000,60
      A,3160,

      """#, to: "mine/catalogue.csv")
  }

  private func object(_ words: String...) throws -> [String: Any] {
    let ending = try program.start(words + ["--json"], environment: [:]).ending()
    #expect(ending.status == 0, "\(ending.messages)")
    return try #require(try ending.json as? [String: Any])
  }

  private func rows(_ value: [String: Any], of table: String) throws -> [[String: Any]] {
    let part = try #require(value[table] as? [String: Any])
    return try #require(part["rows"] as? [[String: Any]])
  }

  @Test func showsWhatWasUnderstood() throws {
    let ending = try program.run("data", "show", "mine")
    #expect(ending.status == 0, "\(ending.messages)")
    let lines = ending.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "mine")
    #expect(lines.contains("  read as      format 'csv', by the names of the files"))
    #expect(lines.contains("  size         2 galaxies, 4 points"))
    #expect(lines.contains { $0.hasPrefix("  input        points, ") })
    #expect(
      ending.output.contains(
        "note: points: units are converted: radius from 'arcsec', v_obs from 'm/s'"))
    #expect(ending.output.contains("note: catalogue: units are converted: distance from 'kpc'"))
    #expect(ending.output.contains("sort"))
  }

  @Test func showsNumbersInTheUnitsOfTheProgram() throws {
    let value = try object("data", "show", "mine", "--galaxy", "A")
    let points = try rows(value, of: "points")
    #expect(points.map { $0["v_obs"] as? Double } == [50, 80])
    let radius = try #require(points[0]["radius"] as? Double)
    #expect(abs(radius - 3160 * 10 * Double.pi / 648_000) < 1e-12)
    let galaxies = try rows(value, of: "catalogue")
    #expect(galaxies.count == 1)
    #expect(galaxies[0]["distance"] as? Double == 3.16)
    #expect(galaxies[0]["inclination"] == nil, "no galaxy shown has one")
    let units = (value["points"] as? [String: Any])?["units"] as? [String: String]
    #expect(units?["radius"] == "kpc" && units?["v_obs"] == "km / s")
  }

  @Test func readsADatasetASpecAndFilesOfAFormat() throws {
    try program.directory.write(
      #"{ "upsilon": 1, "name": "s", "dataset": { "path": "../mine", "format": "csv" } }"#,
      to: "specs/s.json")
    #expect(try object("data", "show", "mock")["name"] as? String == "mock")
    #expect(
      try rows(try object("data", "show", "mine", "--format", "csv"), of: "points").count == 4)
    let spec = try program.run("data", "show", "specs/s.json", "--rows", "1")
    // The model is missing; what is wrong with a spec is told as ever.
    #expect(spec.status == 2 && spec.messages.contains("missing key 'model'"))
    try program.directory.write(
      #"{ "upsilon": 1, "name": "s", "dataset": { "path": "../mine", "format": "csv" }, "#
        + #""model": { "fit": ["linear"] } }"#,
      to: "specs/s.json")
    #expect(try rows(try object("data", "show", "specs/s.json"), of: "points").count == 4)
  }

  @Test func saysHowItReadWhatItCannotRead() throws {
    try program.directory.write("a,b\n1,2\n", to: "odd.csv")
    let ending = try program.run("data", "show", "odd.csv")
    #expect(ending.status == 2 && ending.output.isEmpty)
    #expect(ending.messages.contains("read as format 'table'"))
    let missing = try program.run("data", "show", "mokc")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("did you mean 'mock'?"), "\(missing.messages)")
    let galaxy = try program.run("data", "show", "mine", "--galaxy", "C")
    #expect(galaxy.status == 2 && galaxy.messages.contains("there is no galaxy 'C'"))
  }

  /// What is written is read as the same numbers, to the last bit.
  @Test(arguments: ["mine", "mock", "m33"])
  func convertsToFilesThatReadBack(data: String) throws {
    let ending = try program.run("data", "convert", data, "-o", "out")
    #expect(ending.status == 0, "\(ending.messages)")
    let (old, new) = (try object("data", "show", data), try object("data", "show", "out"))
    for table in ["catalogue", "points"] {
      #expect(try rows(old, of: table) as NSArray == rows(new, of: table) as NSArray)
    }
    #expect(try program.run("data", "convert", "out", "-o", "again").status == 0)
    #expect(try program.files(in: "out") == program.files(in: "again"))
    let head = try program.directory.read("out/points.csv").prefix { $0 != "\n" }
    #expect(head.hasPrefix("galaxy,radius [kpc],v_obs [km / s],e_v_obs [km / s],"))
  }

  @Test func convertsFilesTogether() throws {
    let head = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n"
    try program.directory.write(head + "A,1,50,3,1,2\nA,2,60,3,1,2\n", to: "a.csv")
    try program.directory.write(head + "B,1,50,3,1,2\nB,2,60,3,1,2\n", to: "b.csv")
    let ending = try program.run("data", "convert", "a.csv", "b.csv", "-o", "out")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains(#"{"path": "out", "format": "csv"}"#))
    #expect(try rows(try object("data", "show", "out"), of: "catalogue").count == 2)
    #expect(Array(try program.files(in: "out").keys) == ["points.csv"], "names alone tell nothing")
    let twice = try program.run("data", "convert", "a.csv", "a.csv", "-o", "twice")
    #expect(twice.status == 2 && twice.messages.contains("galaxy 'A' stands in more than one"))
    let mixed = try program.run("data", "convert", "a.csv", "m33", "-o", "mixed")
    #expect(mixed.status == 2 && mixed.messages.contains("surface densities"))
    #expect(Set(program.listing).isDisjoint(with: ["twice", "mixed"]))
  }

  @Test(arguments: ["points.csv", "catalogue.csv"])
  func overwritesNothing(name: String) throws {
    try program.directory.write("mine", to: "out/\(name)")
    let ending = try program.run("data", "convert", "mock", "-o", "out")
    #expect(ending.status == 2)
    #expect(ending.messages.contains("'out/\(name)' exists already"))
    #expect(try program.files(in: "out").count == 1)
    #expect(try program.directory.read("out/\(name)") == "mine")
    #expect(try program.run("data", "convert", "mock").status == 2, "it needs a folder")
  }

  @Test func listsColumns() throws {
    let all = try program.run("columns").output
    for table in ["galaxies", "points", "fits", "cut_flow", "components"] {
      #expect(all.contains("Table \(table)\n"), "\(table)")
    }
    let points = try program.run("columns", "points").output
    #expect(points.contains("e_v_obs   km / s        error of the observed speed"))
    #expect(!points.contains("Table fits"))
    let unknown = try program.run("columns", "fitz")
    #expect(unknown.status == 2 && unknown.messages.contains("did you mean 'fits'?"))
  }

  @Test(arguments: [
    ("columns", "Columns\n", "v_flat"), ("steps", "Steps\n", "summarize"),
    ("expressions", "Expressions\n", "log10(x)"), ("spec", "Keys of a spec\n", "cuts"),
    ("formats", "Formats\n", "*_rotmod.dat"),
  ])
  func printsTheReference(topic: String, title: String, part: String) throws {
    let ending = try program.run("help", topic)
    #expect(ending.status == 0 && ending.messages.isEmpty)
    #expect(ending.output.hasPrefix(title))
    #expect(ending.output.contains(part))
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try program.run("--help").output.contains("  \(topic) "))
  }
}
