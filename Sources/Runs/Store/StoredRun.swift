import Exports
import Plans
package import Records
package import Specs
package import Support
package import Tables

/// A complete run in its folder.
package struct StoredRun: Sendable {
  /// The folder, as a path the user can use.
  package let path: String
  package let manifest: Manifest

  /// The folder's name.
  package var name: String { Files.name(of: path) }

  /// Opens a run.
  ///
  /// - Returns: `nil` if the folder holds no complete run.
  /// - Throws: ``FileError`` if its manifest cannot be read.
  package init?(at path: String) throws(FileError) {
    guard Files.exists("\(path)/manifest.json") else { return nil }
    guard let json = try Self.json("\(path)/manifest.json") else { return nil }
    self.path = path
    manifest = Manifest(json)
  }

  /// A table of the run.
  ///
  /// - Parameters:
  ///   - name: Which one.
  ///   - known: The schema with its vocabularies, where the plan is at hand.
  /// - Returns: `nil` if the run keeps no such table.
  /// - Throws: ``FileError`` if the file cannot be read or is not what the manifest says.
  package func table(_ name: String, knowing known: TableSchema? = nil) throws(FileError) -> Table?
  {
    guard let entry = manifest.tables.first(where: { $0.schema.name == name }) else { return nil }
    let file = "\(path)/\(entry.file)"
    let schema = known?.columns.map(\.name) == entry.schema.columns.map(\.name) ? known : nil
    let bytes = try Self.bytes(file)
    guard Fingerprint(of: bytes).description == entry.sha256 else {
      throw FileError("use", file, "it has changed since the run was made; move the run away")
    }
    do throws(ECSVReader.Mismatch) {
      return try ECSVReader.table(bytes, schema ?? entry.schema)
    } catch {
      throw FileError("read", file, "line \(error.line): \(error.message)")
    }
  }

  /// When the run was made, as its journal says; empty if it does not.
  package var started: String {
    let journal = try? Self.json("\(path)/journal.json")
    return (journal ?? nil)?["started"]?.string ?? ""
  }

  /// The resolved spec of the run.
  package func spec() throws(FileError) -> JSONValue? {
    try Self.json("\(path)/spec.json")
  }

  /// The dataset that the spec of the run names; `nil` if this program cannot read the spec.
  package var dataset: DatasetChoice? {
    let file = "\(path)/spec.json"
    guard let bytes = try? Self.bytes(file) else { return nil }
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: file, bytes: bytes), report)
    let spec = node.flatMap { ExperimentSpec.checked($0, report) }
    return report.hasErrors ? nil : spec?.dataset
  }

  private static func json(_ path: String) throws(FileError) -> JSONValue? {
    JSONParser.value(of: try bytes(path))
  }

  /// The content of a file of a run; what could be waited for without end is not read.
  private static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    guard Files.kind(of: path) != .other else {
      throw FileError("read", path, "it is \(FileKind.other.rawValue)")
    }
    return try Files.read(path)
  }
}
