import Console
import Galaxies
import Machine
import Plans
import Runs
import Shelf
import Specs
import Support

/// The folders that a command works with, and the way from a spec file to a plan.
struct Workspace {
  static let data = Option<String?>("data", "DIR", "The data folder.")
  static let runs = Option<String?>("runs", "DIR", "The folder of runs.")
  static let set = Options<String>(
    "set", "KEY=VALUE", "Change one key of the spec, like grid.upsilon_disk=[0.5].")

  let shelf: DataShelf
  let store: RunStore
  /// Component speeds, each computed once for all specs.
  let components: ComponentCache

  /// Opens the folders of a command that has both options.
  init(_ arguments: Arguments) throws {
    shelf = try Self.shelf(arguments)
    store = try Self.store(arguments)
    components = ComponentCache(store)
  }

  /// The data folder: the option, the variable `UPSILON_DATA`, or `data`.
  static func shelf(_ arguments: Arguments) throws -> DataShelf {
    try shelf(named: arguments[data])
  }

  /// The data folder that an option names, or none.
  static func shelf(named option: String?) throws -> DataShelf {
    let report = InputReport()
    let shelf = try DataShelf(folder: folder(option, "UPSILON_DATA", "data"), report)
    try report.check()
    return shelf
  }

  /// The folder of runs: the option, the variable `UPSILON_RUNS`, or `runs`.
  ///
  /// - Throws: `InputRejected` if that is a link which leads nowhere.
  static func store(_ arguments: Arguments) throws -> RunStore {
    try store(named: arguments[runs])
  }

  /// The folder of runs that an option names, or none.
  ///
  /// - Throws: `InputRejected` if that is a link which leads nowhere.
  static func store(named option: String?) throws -> RunStore {
    let root = folder(option, "UPSILON_RUNS", "runs")
    if Files.kind(of: root) == .link, Files.isMissing(root) {
      throw InputRejected(
        "the folder of runs '\(root)' is a link that leads nowhere",
        help: "make the folder that it leads to, or remove the link")
    }
    return RunStore(root)
  }

  private static func folder(_ option: String?, _ variable: String, _ usual: String) -> String {
    let named = [option, Host.environment[variable]].compactMap(\.self)
    return named.first { !$0.isEmpty } ?? usual
  }

  /// Reads a spec and checks what can be checked without its data.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - settings: Changes of single keys.
  ///   - shelf: The data folder, to tell the mistakes of the user's own files in the same go.
  ///   - report: Takes what is to be known though it is no mistake.
  /// - Throws: `InputRejected` with all mistakes.
  /// - Returns: The spec.
  static func spec(
    _ path: String, settings: [String], data shelf: DataShelf? = nil, _ report: InputReport
  ) throws -> ExperimentSpec {
    let spec = try SpecLoader.load(path, settings: settings, report)
    if report.hasErrors, let shelf, let spec, case .files(let own) = spec.dataset, own.isSound {
      let folder = Files.parent(of: spec.datasetPlace.source.name)
      _ = try shelf.dataset(spec.dataset, relativeTo: folder, at: spec.datasetPlace, report)
    }
    try report.check()
    guard let spec else { throw InputRejected("'\(path)' is not a spec") }
    return spec
  }

  /// Works a spec out against its data.
  static func plan(
    _ spec: ExperimentSpec, from shelf: DataShelf, _ components: ComponentCache,
    _ report: InputReport
  ) throws -> Plan {
    let folder = Files.parent(of: spec.datasetPlace.source.name)
    let dataset = try shelf.dataset(
      spec.dataset, relativeTo: folder, at: spec.datasetPlace, report)
    guard let dataset, !report.hasErrors else {
      // What can be said without the data is said in the same go.
      Plan.schemas(of: spec, nil, report)
      try report.check()
      throw InputRejected("the dataset of '\(spec.name)' cannot be used", at: spec.datasetPlace)
    }
    return try Plan(spec, dataset, report) { components.squaredSpeeds(of: $0) }
  }

  /// Reads a spec and works it out against its data.
  func plan(_ path: String, settings: [String]) throws -> Plan {
    let report = InputReport()
    let spec = try Self.spec(path, settings: settings, data: shelf, report)
    return try Self.plan(spec, from: shelf, components, report)
  }

  /// The spec files that some paths mean: a folder stands for the specs in it and in its folders.
  ///
  /// A file without a name is a base for others, and a folder passes over it.
  static func specFiles(_ paths: [String]) throws -> [String] {
    var files: [String] = []
    for path in paths {
      guard Files.isFolder(path) else {
        if !Files.exists(path) {
          throw InputRejected(
            "there is no spec '\(path)'", help: "give a JSON file, or a folder that holds some")
        }
        files.append(path)
        continue
      }
      let found = try specs(in: path)
      if found.isEmpty { throw InputRejected("the folder '\(path)' holds no specs") }
      files += found
    }
    return files
  }

  /// Whether a spec is a pipe, a device or an open file of the process: nothing stands beside it.
  ///
  /// - Throws: `FileError` if the system does not tell.
  static func isNoFileOfItsOwn(_ path: String) throws -> Bool {
    try Files.size(of: path) == nil || path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
  }

  private static func specs(in folder: String) throws -> [String] {
    let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return try Files.names(in: trimmed).flatMap { name -> [String] in
      let path = "\(trimmed)/\(name)"
      if Files.isFolder(path) {
        // A link may lead back, and then the same specs come again and again.
        return name.hasPrefix(".") || !Files.isOwnFolder(path) ? [] : try specs(in: path)
      }
      guard name.hasSuffix(".json") else { return [] }
      let source = SourceText(name: path, bytes: try Files.read(path))
      let node = JSONParser.parse(source, InputReport())
      let isBase = node?.members != nil && node?["name"] == nil
      return isBase ? [] : [path]
    }
  }
}
