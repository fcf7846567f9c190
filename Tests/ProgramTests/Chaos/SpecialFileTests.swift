import Foundation
import TestKit
import Testing

/// Pipes, sockets, devices, loops and folders in every place where the program reads a file.
@Suite("Chaos: what is no file", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct SpecialFileTests {
  /// A place in which a file is expected, and a line that reads it.
  struct Place: Sendable, CustomTestStringConvertible {
    /// The path, or the start of a path whose rest only a run knows.
    let path: String
    let line: String
    /// How the line may end.
    var statuses: Set<Int32> = [2]
    /// What is not tried there.
    var except: [SpecialFile] = []

    var testDescription: String { "\(path), upsilon \(line)" }
  }

  /// Input: refused with a word.
  private static let inputs = [
    // A pipe that is given as a spec may be read, and a folder stands for the specs in it.
    Place(path: "spec.json", line: "check spec.json", except: [.pipe, .folder]),
    Place(path: "spec.json", line: "run spec.json", except: [.pipe, .folder]),
    Place(path: "base.json", line: "check spec.json"),
    Place(path: "own/points.csv", line: "run spec.json"),
    // A folder in the folder of a dataset is none of its files.
    Place(path: "own/catalogue.csv", line: "run spec.json", except: [.folder]),
    Place(path: "spec.json.lock", line: "run spec.json --locked"),
    Place(path: "spec.json.lock", line: "pin spec.json", statuses: [2, 3]),
    Place(path: "data/registry.json", line: "data list"),
    Place(path: "data/registry.json", line: "run spec.json"),
    Place(path: "in/points.csv", line: "data import in/points.csv", except: [.folder]),
    Place(path: "in/points.csv", line: "data import in", statuses: [1]),
  ]

  /// Records: told as damaged, or passed by.
  private static let records: [Place] = {
    let verbs = ["list", "show odd", "why odd", "clean --specs .", "run spec.json", "diff odd odd"]
    return ["manifest.json", "journal.json", "SHA256SUMS", "spec.json"].flatMap { file in
      verbs.map { Place(path: "runs/odd-/\(file)", line: $0, statuses: [0, 1, 2, 3]) }
        + [Place(path: "runs/odd-/\(file)", line: "verify odd", statuses: [1, 2, 3])]
    }
  }()

  private static let others = [
    Place(path: "runs/odd-/tables/fits.ecsv", line: "verify odd", statuses: [1]),
    Place(path: "runs/odd-/tables/fits.ecsv", line: "show odd fits", statuses: [1, 2, 3]),
    Place(path: "spec.json.lock", line: "list --specs .", statuses: [0, 2, 3]),
    Place(path: "spec.json.lock", line: "clean --yes --specs .", statuses: [0, 2, 3]),
    Place(path: "runs/.partial/-.records", line: "run part.json", statuses: [0, 3]),
    Place(path: "runs/.partial/-.records", line: "merge part.json", statuses: [2, 3]),
    Place(path: "runs/.partial/-.records", line: "clean --yes --specs .", statuses: [0, 3]),
    Place(path: "runs/.partial/-.claims", line: "run part.json", statuses: [0, 3]),
    Place(path: "runs/.partial/-.claims", line: "clean --yes --specs .", statuses: [0, 3]),
    Place(path: "runs/.components/", line: "run part.json", statuses: [0, 3]),
    Place(path: "runs/.components/", line: "verify odd", statuses: [0, 1, 3]),
  ]

  private static let places = inputs + records + others

  /// Every place in a folder: a spec that extends another one, own data, a run with its lock and
  /// its components, and a part of another run.
  private static let template = Result {
    let program = try Program()
    let folder = program.directory
    try folder.write(
      Scene.spec.replacing("points.csv", with: "own").replacing("tiny", with: "odd"),
      to: "base.json")
    try folder.write(#"{ "extends": "base.json", "name": "odd" }"#, to: "spec.json")
    try folder.write(
      #"{ "extends": "base.json", "name": "part", "grid": { "upsilon_disk": [0.4] } }"#,
      to: "part.json")
    try folder.write(Scene.points, to: "own/points.csv")
    try folder.write("galaxy,distance,r_disk\nG1,4.5,1.25\nG2,3,1\n", to: "own/catalogue.csv")
    try folder.write(DataFiles.registry(), to: "data/registry.json")
    for (name, text) in DataFiles.all { try folder.write(text, to: "in/\(name)") }
    try program.mustRun("pin", "spec.json")
    try program.mustRun("run", "part.json", "--shard", "1/2")
    return program
  }

  /// Everything in every place; without `UPSILON_CHAOS` a part of it.
  private static let cases: [(Place, SpecialFile)] = {
    var generator = ChaosRun.generator(13)
    let all = places.flatMap { place in
      SpecialFile.possible.filter { !place.except.contains($0) }.map { (place, $0) }
    }
    return Array(all.shuffled(using: &generator).prefix(ChaosRun.rounds < 10 ? 50 : .max))
  }()

  @Test(arguments: cases)
  func isNotWaitedFor(place: Place, file: SpecialFile) throws {
    let program = try Program(copying: Self.template.get())
    let path = try #require(Self.paths(place.path, in: program).first, "\(place.path)")
    try file.put(at: "\(program.path)/\(path)")
    let before = program.listing
    // What is read without end ends here, and not at the last byte of the machine.
    let line = "ulimit -v 8000000 2>/dev/null; exec upsilon \(place.line)"
    let ending = try program.shell(line, within: .seconds(20))
    #expect(
      place.statuses.contains(ending.status),
      "\(path): \(ending.status), \(ending.output.prefix(300))\(ending.messages.prefix(600))")
    if ending.status > 1 { #expect(ending.messages.contains("error:"), "\(path)") }
    if ending.status == 2 { #expect(program.listing == before, "nothing was written") }
  }

  /// The files of a folder whose paths have the parts of a pattern in their order.
  private static func paths(_ pattern: String, in program: Program) -> [String] {
    let parts = pattern.split(separator: "-", omittingEmptySubsequences: true)
    let isWhole = !pattern.contains("-") && !pattern.hasSuffix("/")
    return FolderState(of: program.path).entries.keys.sorted().filter { path in
      if isWhole { return path == pattern }
      return path.hasPrefix(parts[0]) && (parts.count == 1 || path.hasSuffix(parts[1]))
        && !path.contains("runs/part-")
    }
  }
}
