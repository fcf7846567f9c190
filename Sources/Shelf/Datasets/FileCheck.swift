package import Records
package import Runs
package import Support

/// What became of a file of a dataset in a data folder.
package struct FileCheck: Equatable, Sendable {
  /// Whether a file is there, and right.
  package enum State: Equatable, Sendable {
    /// It is one of the accepted variants.
    case present(FileVariant)
    case missing
    /// It is none of them.
    case different(FileVariant)
    /// It is nothing that can be read, for this reason.
    case unreadable(String)
  }

  package let dataset: String
  package let file: RegisteredFile
  /// Where it belongs; for a file that the program carries, its folder and name.
  package let path: String
  package let state: State

  /// Whether the file is there and one of the accepted variants.
  package var isRight: Bool {
    if case .present = state { return true }
    return false
  }

  /// The state in one line: `right`, `missing`, or what is wrong.
  package var summary: String {
    switch state {
    case .present(let variant) where file.variants.count > 1:
      "right, \(variant.bytes.grouped) bytes, variant \(position(of: variant)) of "
        + "\(file.variants.count)"
    case .present(let variant): "right, \(variant.bytes.grouped) bytes"
    case .missing: "missing"
    case .different(let variant): "different: \(file.objection(to: variant))"
    case .unreadable(let reason): "different: \(reason)"
    }
  }

  /// Which of the accepted variants it is, counted from 1.
  private func position(of variant: FileVariant) -> Int {
    (file.variants.firstIndex(of: variant) ?? 0) + 1
  }
}

extension DataShelf {
  /// Compares the files of datasets with the registry.
  ///
  /// - Parameters:
  ///   - names: The datasets, or all if there are none.
  ///   - report: Takes names that are not known.
  /// - Throws: ``FileError`` if a file cannot be read.
  /// - Returns: Every file of the datasets, those that the program carries included; a generated
  ///   dataset has none.
  package func verify(
    _ names: [String] = [], _ report: InputReport
  ) throws(FileError) -> [FileCheck] {
    var checks: [FileCheck] = []
    for entry in registry.entries(named: names, report) {
      for file in entry.files { checks.append(try check(file, of: entry)) }
      if case .embedded(let files, _) = entry.content {
        checks += files.map { check(embedded: $0, of: entry) }
      }
    }
    return checks
  }

  /// Compares a file that the program carries with the registry.
  private func check(embedded file: RegisteredFile, of entry: DatasetEntry) -> FileCheck {
    let content = BuiltInDatasets.content(of: file, in: entry.name)
    let state = content.map { content -> FileCheck.State in
      let variant = FileVariant(of: content)
      return file.accepts(variant) ? .present(variant) : .different(variant)
    }
    return FileCheck(
      dataset: entry.name, file: file, path: "\(entry.name)/\(file.name) in the program",
      state: state ?? .missing)
  }

  /// Compares one file with the registry.
  func check(_ file: RegisteredFile, of entry: DatasetEntry) throws(FileError) -> FileCheck {
    let path = path(of: file, in: entry)
    return FileCheck(dataset: entry.name, file: file, path: path, state: try state(file, path))
  }

  private func state(_ file: RegisteredFile, _ path: String) throws(FileError) -> FileCheck.State {
    // Others may bring the file or take it away meanwhile.
    if Files.isMissing(path) { return .missing }
    do {
      let variant = FileVariant(of: try Files.read(path))
      return file.accepts(variant) ? .present(variant) : .different(variant)
    } catch {
      if Files.isMissing(path) { return .missing }
      guard error.isRefusal else { throw error }
      return .unreadable(error.reason)
    }
  }
}
