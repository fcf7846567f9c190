import Datasets
import Galaxies
import Records
import Runs
import Support

/// The user's own files as a run keeps them, for a spec that stands beside the manifest of a run
/// and whose path does not lead to them from there.
struct KeptFiles {
  private let own: OwnFiles
  private let inputs: [InputRecord]
  private let kept: KeptInputs

  /// - Returns: `nil` if there is no manifest, or the files are where the spec says.
  init?(of own: OwnFiles) {
    let run = own.specFolder
    guard !Self.leads(own), let inputs = KeptInputs.records(of: run) else { return nil }
    self.own = own
    // What was done to the numbers is no file.
    self.inputs = inputs.filter { $0.role != Dataset.Input.conversionRole }
    kept = KeptInputs(in: Files.path("..", from: run), first: run)
  }

  /// Whether a path leads to files; what is in the folder of a run itself is none of them.
  private static func leads(_ own: OwnFiles) -> Bool {
    let isInside = !own.path.hasPrefix("/") && own.path.split(separator: "/").first != ".."
    return !Files.isMissing(own.location)
      && !(isInside && Files.exists(Files.path(KeptInputs.manifest, from: own.specFolder)))
  }

  /// The files in their roles, by the hashes that the manifest lists.
  ///
  /// - Returns: `nil` if one of them is kept nowhere, which the report then says.
  func files(_ report: InputReport) -> [DataFile]? {
    var (found, missing) = ([DataFile](), [InputRecord]())
    for input in inputs {
      let name = input.role.split(separator: "/", maxSplits: 1)
      guard let role = own.reader.roles.first(where: { $0.name == name.first.map(String.init) })
      else {
        missing.append(input)
        continue
      }
      guard let file = kept.file(of: input) else {
        missing.append(input)
        continue
      }
      let path = role.isRepeated ? "\(file.path)/\(Files.name(of: input.role))" : file.path
      found.append(DataFile(role, SourceText(name: path, bytes: file.content)))
    }
    guard let first = missing.first else { return found }
    report.error(
      "no file or folder '\(own.path)'", at: own.place,
      help: "looked for '\(own.location)'; of the "
        + "\(inputs.count.counted("file", "files")) that the run was made from, it and the runs "
        + "beside it keep \(found.count.grouped): '\(first.role)' is "
        + "\(KeptInputs.folder)/\(first.sha256)")
    return nil
  }
}
