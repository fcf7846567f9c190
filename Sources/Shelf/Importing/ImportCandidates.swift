import Datasets
import Galaxies
import Records
import Runs
import Support

/// Finds the files of datasets among files, folders and archives of the user's.
struct ImportCandidates {
  /// A file of a dataset, found under whatever name.
  struct Found {
    let owner: RegisteredContents.Owner
    let origin: String
    let content: [UInt8]
  }

  private let contents: RegisteredContents
  private let report: InputReport
  private(set) var found: [Found] = []

  init(_ registry: DataRegistry, _ report: InputReport) {
    contents = RegisteredContents(registry)
    self.report = report
  }

  /// Looks at one path; the report says it if nothing of a dataset is there.
  ///
  /// A folder is searched with the folders in it; archives in it are not opened.
  mutating func look(at path: String) throws(FileError) {
    if Files.isMissing(path) {
      report.error("no file or folder '\(path)'", at: nil)
      return
    }
    if Files.isFolder(path) { return try look(inFolder: path) }
    guard let bytes = try InputFile.read(path, at: nil, report) else { return }
    if take(bytes, from: path) { return }
    if ZipArchive.isArchive(path, bytes) { return try look(inArchive: path, bytes) }
    if !objects(to: bytes, from: path, .error) {
      refuse("'\(path)' is not", names: [Files.name(of: path)])
    }
  }

  private mutating func look(inFolder folder: String) throws(FileError) {
    let (before, content) = (found.count, try FolderFiles(in: folder))
    if let warning = content.warning { report.warn(warning) }
    var wrong: [(path: String, content: [UInt8])] = []
    for path in content.files {
      guard let size = try Files.size(of: path),
        contents.mayHave(bytes: size, name: Files.name(of: path)),
        let bytes = try InputFile.read(path, at: nil, report)
      else { continue }
      if !take(bytes, from: path) { wrong.append((path, bytes)) }
    }
    finish(before, in: folder, content.files.map(Files.name(of:)), wrong)
  }

  private mutating func look(inArchive path: String, _ bytes: [UInt8]) throws(FileError) {
    guard let archive = ZipArchive(path, bytes, at: nil, report) else { return }
    let (before, members) = (found.count, archive.members)
    let worthALook = members.filter { contents.mayHave(bytes: $0.bytes, name: $0.name) }
    guard let unpacked = try archive.contents(of: worthALook, at: nil, report) else { return }
    var wrong: [(path: String, content: [UInt8])] = []
    for (member, bytes) in zip(worthALook, unpacked) {
      let origin = "\(path)/\(member.path)"
      if !take(bytes, from: origin) { wrong.append((origin, bytes)) }
    }
    finish(before, in: path, members.map(\.name), wrong)
  }

  /// Whether a content belongs to a dataset; if so it is kept.
  private mutating func take(_ content: [UInt8], from origin: String) -> Bool {
    let owners = contents.owners(of: FileVariant(of: content))
    for owner in owners { found.append(Found(owner: owner, origin: origin, content: content)) }
    return !owners.isEmpty
  }

  /// Says what a folder or an archive has of datasets, if it has nothing or has it wrong.
  private func finish(
    _ before: Int, in path: String, _ names: [String], _ wrong: [(path: String, content: [UInt8])]
  ) {
    let isEmpty = found.count == before
    let near = wrong.filter { objects(to: $0.content, from: $0.path, isEmpty ? .error : .warning) }
    if isEmpty, near.isEmpty { refuse("nothing in '\(path)' is", names: names) }
  }

  /// Whether a content that is no file of a dataset has the name of one; the report then says it.
  private func objects(
    to content: [UInt8], from path: String, _ severity: Diagnostic.Severity
  ) -> Bool {
    guard let (entry, file) = contents.near(Files.name(of: path)) else { return false }
    let objection = file.objection(to: FileVariant(of: content))
    report.add(
      Diagnostic(
        severity, "'\(path)' is not the file that dataset '\(entry.name)' has: \(objection)",
        help: "it may be cut short or changed; your own data are given in a spec as "
          + "{\"path\": \"…\", \"format\": \"…\"}"))
    return true
  }

  private func refuse(_ subject: String, names: [String]) {
    let formats = DatasetReaders.all.filter { reader in
      // A format of files of any name would take everything.
      reader.roles.filter(\.isRequired).allSatisfy { role in
        role.fileName != "*" && names.contains { role.matches(fileName: $0) }
      }
    }
    let advice = formats.map { $0.name }.min().map {
      "a spec takes it as it is: {\"path\": \"…\", \"format\": \"\($0)\"}"
    }
    report.error(
      "\(subject) a file of a dataset", at: nil,
      help: advice ?? "the files are known by their content: "
        + contents.names.map { "'\($0)'" }.joined(separator: ", "))
  }
}
