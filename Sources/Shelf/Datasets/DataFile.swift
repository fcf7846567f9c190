import Datasets
import Galaxies
import Records
import Runs
import Support

/// A file of a dataset that has been read, in its role.
struct DataFile {
  let role: DatasetRole
  let source: SourceText
  /// The size and the hash of its content.
  let variant: FileVariant

  init(_ role: DatasetRole, _ source: SourceText) {
    self.role = role
    self.source = source
    variant = FileVariant(of: source.bytes)
  }

  /// What it is called among the inputs of a dataset; files that share a role have their name in
  /// it.
  var input: Dataset.Input {
    Dataset.Input(
      role: role.isRepeated ? "\(role.name)/\(Files.name(of: source.name))" : role.name,
      sha256: variant.sha256.description, bytes: variant.bytes)
  }
}

extension Dataset {
  /// Reads files into a dataset.
  ///
  /// - Parameters:
  ///   - files: The files, each once.
  ///   - reader: Their format.
  ///   - settings: What a spec says of how they are to be read.
  ///   - name: What to call the dataset.
  ///   - citation: How to cite it.
  ///   - isOwn: Whether the files are the user's own, which runs keep.
  ///   - report: Takes everything that is wrong.
  init?(
    _ files: [DataFile], as reader: any DatasetReader.Type,
    _ settings: TableSettings = TableSettings(), name: String, citation: String,
    own isOwn: Bool = false, _ report: InputReport
  ) {
    // What the files are called may change, and the galaxies still have their order.
    let ordered = files.map { (file: $0, input: $0.input) }
      .sorted { $0.input.role.utf8.lexicographicallyPrecedes($1.input.role.utf8) }
    let files = ordered.map(\.file)
    let found = InputReport()
    let reading = DatasetReaders.read(
      DatasetFiles(files.map { ($0.role.name, $0.source) }, settings), as: reader, found)
    report.add(found)
    guard !found.hasErrors else { return nil }
    self.init(
      name: name, galaxies: reading.galaxies,
      inputs: (ordered.map(\.input) + Input.conversions(reading.conversions).asList).sorted {
        $0.role.utf8.lexicographicallyPrecedes($1.role.utf8)
      }, notes: reading.notes, citation: citation, originals: isOwn ? files.originals : [])
  }
}

extension [DataFile] {
  /// The files as a run keeps them.
  fileprivate var originals: [Dataset.Original] {
    let bytes = reduce(0) { $0 + $1.variant.bytes }
    let isKept = count <= KeptInputs.mostFiles && bytes <= KeptInputs.mostBytes
    return map { file in
      Dataset.Original(
        name: Files.name(of: file.source.name), sha256: file.variant.sha256.description,
        content: isKept ? file.source.bytes : nil)
    }
  }
}

extension Dataset.Input {
  /// The role of what was done to numbers that the files have in other units or for another
  /// distance: earlier programs took them as they stand, so it belongs to the identity.
  package static let conversionRole = "conversions"

  /// The sentences that tell of it as an input; `nil` if there are none.
  fileprivate static func conversions(_ sentences: [String]) -> Self? {
    guard !sentences.isEmpty else { return nil }
    let text = sentences.joined(separator: "\n")
    return Self(
      role: conversionRole, sha256: Fingerprint(of: text.utf8).description, bytes: text.utf8.count)
  }
}
