package import Records
import Support

/// The data files that a run keeps beside its record, each as `inputs/<SHA-256>`.
///
/// The name tells the content, so neither the manifest nor the checksums list them: a run without
/// them is whole. What several runs of a folder keep is one file under several names, where the
/// file system can do that.
package struct KeptInputs {
  /// Where they are in the folder of a run.
  package static let folder = "inputs"
  /// How many files, and how many bytes together, a run keeps at most.
  package static let mostFiles = 200
  package static let mostBytes = 20_000_000

  /// The folders of the runs that keep some, the first to be looked into first.
  private let runs: [String]

  /// Those of all runs in a folder.
  ///
  /// - Parameters:
  ///   - root: The folder of runs.
  ///   - first: The run to be looked into first, wherever it is.
  package init(in root: String, first: String? = nil) {
    let entries = try? FolderEntries(of: root)
    let names = entries.asList.flatMap(\.names).filter { !$0.hasPrefix(".") }
    let others = names.map { "\(root)/\($0)" }
    runs = first.asList + others.filter { Files.isFolder("\($0)/\(Self.folder)") }
  }

  /// The file beside which they are.
  package static var manifest: String { ManifestFile.name }

  /// The inputs that the manifest in a folder lists; `nil` if there is none, or it is damaged.
  package static func records(of run: String) -> [InputRecord]? {
    (try? ManifestFile(in: run))?.manifest?.inputs
  }

  /// A file with the content of an input, and the content; `nil` if no run keeps it.
  package func file(of input: InputRecord) -> (path: String, content: [UInt8])? {
    for run in runs {
      let path = "\(run)/\(Self.folder)/\(input.sha256)"
      guard Files.kind(of: path) == .file, (try? Files.size(of: path)) == input.bytes,
        let content = try? Files.read(path),
        Fingerprint(of: content).description == input.sha256
      else { continue }
      return (path, content)
    }
    return nil
  }
}
