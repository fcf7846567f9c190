package import Records
package import Support

/// What a folder has in the place of a run's manifest.
package enum ManifestFile: Sendable {
  case sound(Manifest)
  case missing
  /// No manifest can be read out of it: what is wrong, each with its place.
  case damaged([Diagnostic])

  static let name = "manifest.json"

  /// Reads the manifest in a folder.
  ///
  /// - Throws: ``FileError`` if there is one and the system does not give it.
  package init(in folder: String) throws(FileError) {
    let path = "\(folder)/\(Self.name)"
    guard Files.exists(path) else {
      self = .missing
      return
    }
    self.init(SourceText(name: path, bytes: try RunFolder.bytes(path)))
  }

  /// Takes the content of a manifest's file.
  package init(_ source: SourceText) {
    let report = InputReport()
    if let manifest = Manifest.format.record(of: source, report) {
      self = .sound(manifest)
    } else {
      self = .damaged(report.diagnostics.filter { $0.severity == .error })
    }
  }

  /// The manifest, if it is sound.
  var manifest: Manifest? {
    guard case .sound(let manifest) = self else { return nil }
    return manifest
  }
}

extension [Diagnostic] {
  /// The first of several mistakes in one file with its place, and how many follow, in one line.
  var firstInWords: String {
    guard let first else { return "it cannot be read" }
    let place = first.place.map {
      "line \($0.location.line), column \($0.location.column): "
    }
    let rest = count > 1 ? ", and \((count - 1).counted("more mistake", "more mistakes"))" : nil
    return [place, first.message, rest].compactMap(\.self).joined()
  }
}
