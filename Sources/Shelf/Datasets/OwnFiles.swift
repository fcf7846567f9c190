import Datasets
import Galaxies
import Runs
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
  /// Where the spec has the path.
  let place: Place?

  /// A file that may play a role, before it is read.
  private typealias Candidate = (role: DatasetRole, name: String)

  var location: String { Files.path(path, from: specFolder) }

  /// Reads the files into a dataset.
  ///
  /// - Parameter report: Takes everything that is wrong.
  /// - Throws: ``FileError`` if a file cannot be read.
  /// - Returns: The dataset, or `nil` if the report has the reason why there is none.
  func dataset(_ report: InputReport) throws(FileError) -> Dataset? {
    guard let found = try files(report) else { return nil }
    return Dataset(
      found, as: reader, name: Files.isFolder(location) ? Files.name(of: path) : stem, citation: "",
      report)
  }

  /// The files in their roles, before anything is read out of them.
  ///
  /// - Parameter report: Takes what is missing.
  /// - Throws: ``FileError`` if a file cannot be read.
  /// - Returns: The files, or `nil` if the report has the reason why there are none.
  func files(_ report: InputReport) throws(FileError) -> [DataFile]? {
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
    let name = Files.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func inFolder(_ report: InputReport) throws(FileError) -> [DataFile]? {
    guard let all = try InputFile.names(in: location, at: place, report) else { return nil }
    let names = all.filter { !$0.hasPrefix(".") && !Files.isFolder("\(location)/\($0)") }
    guard let candidates = candidates(named: names, report) else { return nil }
    var files: [DataFile] = []
    for (role, name) in candidates {
      let path = "\(location)/\(name)"
      guard let bytes = try InputFile.read(path, at: place, report) else { continue }
      files.append(DataFile(role, SourceText(name: path, bytes: bytes)))
    }
    return files.count == candidates.count ? files : nil
  }

  private func inFile(_ report: InputReport) throws(FileError) -> [DataFile]? {
    guard let bytes = try InputFile.read(location, at: place, report) else { return nil }
    if ZipArchive.isArchive(location, bytes) { return try inArchive(bytes, report) }
    let required = reader.roles.filter(\.isRequired)
    guard let role = required.first, required.count == 1 else {
      let names = required.map { "'\($0.fileName)'" }.joined(separator: " and ")
      report.error(
        "format '\(reader.name)' needs more than the file '\(path)'", at: place,
        help: "name the folder that holds \(names)")
      return nil
    }
    return [DataFile(role, SourceText(name: location, bytes: bytes))]
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
    return zip(wanted, contents).compactMap { member, bytes in
      roles[member.name].map {
        DataFile($0, SourceText(name: "\(location)/\(member.path)", bytes: bytes))
      }
    }
  }

  /// The names that play a role; a required role without a name is a mistake.
  private func candidates(named names: [String], _ report: InputReport) -> [Candidate]? {
    let candidates = names.compactMap { name in
      reader.roles.first { $0.matches(fileName: name) }.map { Candidate($0, name) }
    }
    let missing = reader.roles.filter { role in
      role.isRequired && !candidates.contains { $0.role.name == role.name }
    }
    for role in missing {
      report.error(
        "no '\(role.fileName)' in '\(path)', which format '\(reader.name)' needs", at: place,
        help: "\(expectation); there is \(Self.list(names))")
    }
    var seen: Set<String> = []
    let twice = candidates.map(\.name).first { !seen.insert($0).inserted }
    if let twice {
      report.error(
        "more than one '\(twice)' in '\(path)'", at: place, help: "keep one file of each name")
    }
    return missing.isEmpty && twice == nil ? candidates : nil
  }

  /// What the format expects.
  private var expectation: String {
    let roles = reader.roles.map { role in
      "'\(role.fileName)' (\(role.summary)\(role.isRequired ? "" : ", optional"))"
    }
    return "the format has " + roles.joined(separator: " and ")
  }

  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return "no file" }
    let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \((names.count - 5).grouped) more" : shown
  }
}
