import Console
import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support

/// A dataset that a command line names: by the name of the registry, by a spec, or by its files.
struct DataSubject {
  static let format = Option<String?>(
    "format", "FORMAT", "How the files are laid out; told from their names by default.")

  let dataset: Dataset
  /// How it was found: its name, or its format and who said so.
  let origin: String
  /// What was noticed beside the notes of the dataset.
  let warnings: [Diagnostic]

  /// Reads a dataset.
  ///
  /// - Parameters:
  ///   - word: The name of a dataset, or the path of a spec, a file, a folder or an archive.
  ///   - format: The format of files, if it is given.
  ///   - shelf: The data folder.
  /// - Throws: `InputRejected` with all that is wrong, `FileError` if the machine fails.
  init(_ word: String, format: String?, _ shelf: DataShelf) throws {
    let report = InputReport()
    var place: Place?
    var folder = "."
    let choice: DatasetChoice
    var isGuessed = false
    if format == nil, shelf.registry[word] != nil {
      (choice, origin) = (.registered(word), "dataset '\(word)'")
    } else if format == nil, Self.isSpec(word) {
      let spec = try Workspace.spec(word, settings: [], report)
      (choice, place) = (spec.dataset, spec.datasetPlace)
      folder = Files.parent(of: spec.datasetPlace.source.name)
      origin = "\(spec.dataset.label), as '\(word)' says"
    } else {
      if Files.isMissing(word) {
        throw InputRejected(
          "there is no dataset and no file '\(word)'", help: shelf.registry.names.advice(for: word))
      }
      isGuessed = format == nil
      let guessed = try format ?? FormatGuess.format(of: word)
      choice = .files(OwnData(path: word, format: guessed))
      origin = "format '\(guessed)'\(isGuessed ? ", by the names of the files" : "")"
    }
    let found = try shelf.dataset(choice, relativeTo: folder, at: place, report)
    if report.hasErrors, isGuessed {
      report.warn(
        "read as \(origin)", at: nil,
        help: "'--format' says otherwise; a spec maps columns of format 'table'")
      throw InputRejected(report.diagnostics)
    }
    try report.check()
    guard let found else { throw InputRejected("'\(word)' cannot be read") }
    dataset = found
    warnings = report.warnings
  }

  /// Whether a file is a spec: JSON by its name, an object by its first letter.
  private static func isSpec(_ path: String) -> Bool {
    guard path.hasSuffix(".json"), !Files.isFolder(path), let bytes = try? Files.read(path) else {
      return false
    }
    return bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
  }
}
