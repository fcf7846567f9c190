import Galaxies
import Records
import Reports
import Runs
import Shelf
import Specs
import Support

/// The data files of a run: which of them go into a bundle, and how to get the others.
struct BundleData {
  private(set) var inputs: [BundledInput] = []
  private(set) var files: [ArchivedFile] = []
  /// What the registry of the data folder says of the dataset; `nil` where the program knows it.
  private(set) var entry: DatasetEntry?
  /// What stays here, in sentences.
  private(set) var omissions: [String] = []
  /// What was asked for and is not at hand.
  private(set) var mistakes: [Diagnostic] = []

  private let run: StoredRun
  /// The folder of the run in the bundle.
  private let folder: String

  /// Whether all that the run was made from is in the bundle or in the program.
  var isWhole: Bool { !inputs.contains { $0.path == nil && $0.origin != .program } }

  /// Looks for the data files of a run.
  ///
  /// - Parameters:
  ///   - recorded: The run.
  ///   - folder: Its folder in the bundle.
  ///   - shelf: The data at hand.
  ///   - takesOwn: Whether the user's own files may leave the house.
  ///   - origin: Where the paths of own files start.
  /// - Throws: `FileError` if a file cannot be read.
  init(
    of recorded: RecordedRun, in folder: String, _ shelf: DataShelf, own takesOwn: Bool,
    from origin: String
  ) throws(FileError) {
    (run, self.folder) = (recorded.run, folder)
    // What was done to the numbers is no file.
    let records = run.manifest.inputs.filter { $0.role != Dataset.Input.conversionRole }
    let name = run.manifest.dataset.name
    if let entry = shelf.registry[name] {
      if entry.isBuiltIn {
        for record in records { add(record, .program) }
      } else {
        try add(records, of: entry, shelf)
      }
    } else if case .registered? = recorded.spec?.dataset {
      for record in records { add(record, .registered(dataset: name, addresses: [])) }
      omissions.append("the data of run '\(run.name)', as no dataset '\(name)' is known here")
    } else if takesOwn {
      try addOwn(records, recorded.spec?.dataset, shelf, from: origin)
    } else {
      for record in records { add(record, .own) }
      omissions.append("the data of run '\(run.name)', which are the authors' own")
    }
  }

  private mutating func add(
    _ record: InputRecord, _ origin: BundledInput.Origin, name: String? = nil, path: String? = nil
  ) {
    inputs.append(
      BundledInput(
        role: record.role, name: name ?? Files.name(of: record.role), sha256: record.sha256,
        bytes: record.bytes, origin: origin, path: path))
  }

  /// Takes the files of a registered dataset that may travel and are those of the run.
  private mutating func add(
    _ records: [InputRecord], of entry: DatasetEntry, _ shelf: DataShelf
  ) throws(FileError) {
    if DataRegistry.embedded[entry.name] != entry { self.entry = entry }
    let mayTravel = Licence(entry.licence).allowsCopies
    var missing: [String] = []
    for record in records {
      let file = entry.files.first {
        $0.role == record.role || "\($0.role)/\($0.name)" == record.role
      }
      let origin = BundledInput.Origin.registered(
        dataset: entry.name, addresses: (file?.urls).asList.flatMap(\.self))
      guard mayTravel, let file,
        let found = try Self.copy(
          of: shelf.path(of: file, in: entry), record, as: "data/\(entry.name)/\(file.name)")
      else {
        add(record, origin, name: file?.name)
        missing.append("'\(file?.name ?? record.role)'")
        continue
      }
      files.append(found)
      add(record, origin, name: file.name, path: found.path)
    }
    if !mayTravel {
      omissions.append(
        "the data of run '\(run.name)', as the licence of '\(entry.name)', '\(entry.licence)', "
          + "is not one that is known to let copies travel")
    } else if !missing.isEmpty {
      omissions.append(
        "of dataset '\(entry.name)' the files \(missing.joined(separator: ", ")), as those at hand "
          + "are not the ones that run '\(run.name)' was made from")
    }
  }

  /// Takes the user's own files, which the run keeps or which are where its spec says.
  private mutating func addOwn(
    _ records: [InputRecord], _ choice: DatasetChoice?, _ shelf: DataShelf, from origin: String
  ) throws(FileError) {
    let kept = KeptInputs(in: Files.parent(of: run.path), first: run.path)
    let checks = try choice.map { choice throws(FileError) in
      try shelf.check(records, of: choice, relativeTo: origin)
    }.asList.flatMap(\.self)
    for record in records {
      let path = "\(folder)/\(KeptInputs.folder)/\(record.sha256)"
      let known = checks.first { $0.role == record.role && $0.state == .same }
      let found: ArchivedFile? =
        if let kept = kept.file(of: record) { ArchivedFile(path, kept.content) } else {
          try known.flatMap { known throws(FileError) in
            try Self.copy(of: known.file, record, as: path)
          }
        }
      if let found { files.append(found) } else { refuse(record) }
      add(record, .own, path: found?.path)
    }
  }

  private mutating func refuse(_ record: InputRecord) {
    mistakes.append(
      Diagnostic(
        .error, "data file '\(record.role)' of run '\(run.name)' is not at hand as it was", at: nil,
        help: "--from names the folder of the spec, where its path starts; or leave --with-data out"
      ))
  }

  /// A file at hand, if it has the content of an input.
  private static func copy(
    of file: String, _ record: InputRecord, as path: String
  ) throws(FileError) -> ArchivedFile? {
    guard try Files.size(of: file) == record.bytes else { return nil }
    let found = try ArchivedFile(path, copying: file)
    return found.sha256.description == record.sha256 ? found : nil
  }
}
