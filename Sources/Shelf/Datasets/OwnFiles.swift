import Datasets
import Galaxies
import Runs
import Specs
import Support

/// The user's own files, which a spec gives by a path and a format.
///
/// The path is a folder, an archive or a single file. In a folder and in an archive the names of
/// the files say their roles; a single file may have any name if its format needs no other.
struct OwnFiles {
  /// The path as the spec has it.
  let path: String
  /// The folder that the path starts from.
  let specFolder: String
  let reader: any DatasetReader.Type
  /// What the spec says of how they are to be read.
  let settings: TableSettings
  /// Where the spec has the path.
  let place: Place?

  init(
    _ own: OwnData, specFolder: String, reader: any DatasetReader.Type, place: Place?
  ) {
    path = own.path
    settings = own.settings
    selection = FileSelection(reader: reader, settings: own.settings)
    self.specFolder = specFolder
    self.reader = reader
    self.place = place
  }

  /// Which files play which part.
  private let selection: FileSelection

  var location: String { Files.path(path, from: specFolder) }

  /// Reads the files into a dataset.
  ///
  /// - Parameter report: Takes everything that is wrong.
  /// - Throws: ``FileError`` if a file cannot be read.
  /// - Returns: The dataset, or `nil` if the report has the reason why there is none.
  func dataset(_ report: InputReport) throws(FileError) -> Dataset? {
    guard let found = try files(report) else { return nil }
    return Dataset(
      found, as: reader, settings, name: Files.isFolder(location) ? Files.name(of: path) : stem,
      citation: "", own: true, report)
  }

  /// The files in their roles, before anything is read out of them.
  ///
  /// - Parameter report: Takes what is missing.
  /// - Throws: ``FileError`` if a file cannot be read.
  /// - Returns: The files, or `nil` if the report has the reason why there are none.
  func files(_ report: InputReport) throws(FileError) -> [DataFile]? {
    if let kept = KeptFiles(of: self) { return kept.files(report) }
    guard !path.isEmpty, !Files.isMissing(location) else {
      report.error(
        "no file or folder '\(path)'", at: place,
        help: path == location
          ? "a path starts at the folder of the spec" : "looked for '\(location)'")
      return nil
    }
    return try Files.isFolder(location) ? inFolder(report) : inFile(report)
  }

  /// The name of the path without its extension.
  private var stem: String {
    let name = GzipFile.contentName(Files.name(of: path))
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func inFolder(_ report: InputReport) throws(FileError) -> [DataFile]? {
    guard let names = try names(in: location, depth: selection.depth, report),
      let candidates = candidates(named: names, report)
    else { return nil }
    return try read(candidates.map { ($0.role, "\(location)/\($0.name)") }, report)
  }

  /// The files of a folder, or of the folders in it, without hidden ones.
  private func names(
    in folder: String, depth: Int, _ report: InputReport
  ) throws(FileError) -> [String]? {
    guard let all = try InputFile.names(in: folder, at: place, report) else { return nil }
    var names: [String] = []
    for name in all where !name.hasPrefix(".") {
      let isFolder = Files.isFolder("\(folder)/\(name)")
      if isFolder, depth > 0, Files.isOwnFolder("\(folder)/\(name)") {
        let below = try self.names(in: "\(folder)/\(name)", depth: depth - 1, report)
        guard let below else { return nil }
        names += below.map { "\(name)/\($0)" }
      } else if !isFolder {
        names.append(name)
      } else if depth == 0 {
        warn(ofFolder: name, report)
      }
    }
    return names
  }

  /// Says of a folder that is not entered that it holds files of the kind that is read.
  private func warn(ofFolder name: String, _ report: InputReport) {
    guard
      let pattern = selection.pattern.map(\.text)
        ?? reader.roles.first(where: \.isRepeated)?.fileName,
      pattern != "*", let below = try? Files.names(in: "\(location)/\(name)")
    else { return }
    let count = below.count { FilePattern(pattern).matches($0) }
    guard count > 0 else { return }
    report.warn(
      "the folder '\(name)' in '\(path)' is passed over, which holds "
        + "\(count.counted("such file", "such files"))",
      at: place, help: "\"files\": \"*/\(pattern)\" reads the files one folder down")
  }

  private func inFile(_ report: InputReport) throws(FileError) -> [DataFile]? {
    guard let source = try source(location, report) else { return nil }
    let bytes = source.bytes
    if ZipArchive.isArchive(location, bytes) { return try inArchive(bytes, report) }
    let required = reader.roles.filter(\.isRequired)
    guard let role = required.first, required.count == 1 else {
      let names = required.map { "'\($0.fileName)'" }.joined(separator: " and ")
      report.error(
        "format '\(reader.name)' needs more than the file '\(path)'", at: place,
        help: "name the folder that holds \(names)")
      return nil
    }
    let points = DataFile(role, source)
    guard let catalogue = settings.catalogue,
      let second = reader.roles.first(where: { !$0.isRequired })
    else { return [points] }
    let path = Files.path(catalogue.name, from: Files.parent(of: location))
    return try read([(second, path)], report).map { [points] + $0 }
  }

  /// Reads files; `nil` if the report has the reason why one of them cannot be.
  private func read(
    _ files: [(role: DatasetRole, path: String)], _ report: InputReport
  ) throws(FileError) -> [DataFile]? {
    var found: [DataFile] = []
    for (role, path) in files {
      guard let source = try source(path, report) else { continue }
      found.append(DataFile(role, source))
    }
    return found.count == files.count ? found : nil
  }

  /// The content of a file, unpacked if it is compressed, under the name that it then has.
  private func source(
    _ path: String, _ report: InputReport
  ) throws(FileError) -> SourceText? {
    guard let bytes = try InputFile.read(path, at: place, report) else { return nil }
    guard GzipFile.isMeant(by: bytes) else { return SourceText(name: path, bytes: bytes) }
    return try GzipFile.content(path, at: place, report).map {
      SourceText(name: GzipFile.contentName(path), bytes: $0)
    }
  }

  private func inArchive(
    _ bytes: [UInt8], _ report: InputReport
  ) throws(FileError) -> [DataFile]? {
    guard let archive = ZipArchive(location, bytes, at: place, report),
      let candidates = candidates(named: archive.members.map(\.name), report)
    else { return nil }
    let roles = Dictionary(candidates.map { ($0.name, $0.role) }) { first, _ in first }
    let wanted = archive.members.filter { roles[$0.name] != nil }
    guard let contents = try archive.contents(of: wanted, at: place, report) else { return nil }
    if let (member, _) = zip(wanted, contents).first(where: { GzipFile.isMeant(by: $1) }) {
      report.error(
        "'\(member.path)' in '\(path)' is compressed once more", at: place,
        help: "unpack the archive, and name the folder")
      return nil
    }
    return zip(wanted, contents).compactMap { member, bytes in
      roles[member.name].map {
        DataFile($0, SourceText(name: "\(location)/\(member.path)", bytes: bytes))
      }
    }
  }

  /// The names that play a role; a required role without a name is a mistake.
  private func candidates(
    named names: [String], _ report: InputReport
  ) -> [FileSelection.Candidate]? {
    let candidates = selection.candidates(among: names)
    var isWhole = true
    for role in reader.roles where !candidates.contains(where: { $0.role.name == role.name }) {
      let asked = role.isRepeated ? selection.pattern?.text : nil
      let name = asked ?? role.fileName
      if role.isRequired {
        isWhole = false
        report.error(
          "no '\(name)' in '\(path)', which format '\(reader.name)' needs", at: place,
          help: "\(expectation); there is \(Self.list(names))" + Self.table(for: reader))
      } else if let catalogue = settings.catalogue {
        isWhole = false
        report.error(
          "no '\(catalogue.name)' in '\(path)', which is to be the catalogue", at: place,
          help: "there is \(Self.list(names))")
      }
    }
    for remark in selection.remarks(on: names, besides: candidates, in: path) {
      report.warn(remark, at: place)
    }
    var seen: Set<String> = []
    let own = candidates.map { GzipFile.contentName(Files.name(of: $0.name)) }
    let twice = own.first { !seen.insert($0).inserted }
    if let twice {
      report.error(
        "more than one '\(twice)' in '\(path)'", at: place, help: "keep one file of each name")
    }
    return isWhole && twice == nil ? candidates : nil
  }

  /// What the format expects.
  private var expectation: String {
    let roles = reader.roles.map { role in
      "'\(role.fileName)' (\(role.summary)\(role.isRequired ? "" : ", optional"))"
    }
    return "the format has " + roles.joined(separator: " and ")
  }

  /// That one file a galaxy is a layout of its own.
  private static func table(for reader: any DatasetReader.Type) -> String {
    reader.name == "csv"
      ? "; one file a galaxy is read with format \"table\": "
        + #""columns": {"galaxy": {"file": "*.csv"}, …}"#
      : ""
  }

  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return "no file" }
    let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \((names.count - 5).grouped) more" : shown
  }
}
