import Console
import Galaxies
import Runs
import Shelf
import Support

/// `upsilon data convert`: curves and catalogue as two files of format `csv`.
enum DataConvertCommand: Command {
  static let subjects = Positionals<String>(
    "data", minimum: 1,
    "Files, folders or archives of your own; or a spec, or a dataset by its name.")
  static let output = Option<String?>("o", "FOLDER", "Where to write; the folder is made.")

  static let name = "data convert"
  static let summary = "Write curves and catalogue as points.csv and catalogue.csv, with units."
  static let details = [
    "The files hold what 'data show' shows, in the units of the program, and read back as the same "
      + "numbers. Galaxies of several files come together. A file that exists is left alone."
  ]
  static let parameters: [any Parameter] = [
    subjects, output, DataSubject.format, Workspace.data,
  ]
  static let examples = ["data convert mock -o my-galaxies", "data convert my.json -o my-galaxies"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    guard let folder = arguments[output] else {
      throw InputRejected("there is nothing to write to", help: "name a folder: -o my-galaxies")
    }
    let shelf = try Workspace.shelf(arguments)
    let found = try arguments[subjects].map {
      try DataSubject($0, format: arguments[DataSubject.format], shelf)
    }
    for warning in found.flatMap(\.warnings) { terminal.err(arguments.invocation.text(warning)) }
    let galaxies = found.flatMap(\.dataset.galaxies)
    try check(galaxies)
    let catalogue = DatasetColumn.catalogue(of: galaxies, deriving: false)
    var files = [("points.csv", DatasetText(columns: DatasetColumn.points(of: galaxies)).csv)]
    // A catalogue of nothing but names tells nothing.
    if catalogue.count > 1 { files.append(("catalogue.csv", DatasetText(columns: catalogue).csv)) }
    try write(files, in: folder)
    for note in found.flatMap(\.dataset.notes) { terminal.out("note: \(note)") }
    let points = galaxies.reduce(0) { $0 + $1.curve.count }
    terminal.out(
      "\(folder): \(galaxies.count.counted("galaxy", "galaxies")), "
        + "\(points.counted("point", "points")); a spec reads it as "
        + #"{"path": "\#(Files.name(of: folder))", "format": "csv"}"#)
    return .done
  }

  /// Whether galaxies of several datasets go into one.
  private static func check(_ galaxies: [Galaxy]) throws {
    var names: Set<String> = []
    if let twice = galaxies.first(where: { !names.insert($0.name).inserted }) {
      throw InputRejected(
        "galaxy '\(twice.name)' stands in more than one of the files",
        help: "convert them to folders of their own")
    }
    let densities = galaxies.count { $0.surfaceDensity != nil }
    if densities > 0, densities < galaxies.count {
      throw InputRejected(
        "some of the files have surface densities, others speeds of gas and disk",
        help: "convert them to folders of their own")
    }
  }

  /// Writes files where there are none yet: all or none.
  private static func write(_ files: [(name: String, bytes: [UInt8])], in folder: String) throws {
    let taken = ["points.csv", "catalogue.csv"].map { "\(folder)/\($0)" }.filter(Files.exists)
    if let first = taken.first { throw exists(first) }
    try Files.makeFolder(folder)
    var written: [String] = []
    do {
      for (name, bytes) in files {
        let file = try NewFile(at: "\(folder)/\(name)")
        try file.append(bytes)
        guard try file.take() else { throw exists(file.path) }
        written.append(file.path)
      }
    } catch {
      for path in written { try? Files.remove(path) }
      throw error
    }
  }

  private static func exists(_ path: String) -> InputRejected {
    InputRejected("'\(path)' exists already", help: "name another folder")
  }
}
