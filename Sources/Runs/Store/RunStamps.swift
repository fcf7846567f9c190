import Records

/// The stamps of the files from which what is known of a run was read.
struct RunStamps: Hashable, Sendable {
  let manifest: FileStamp
  let journal: FileStamp
  let spec: FileStamp

  /// The stamps of the files in a folder; `nil` unless all are there.
  init?(in folder: String) {
    guard let manifest = FileStamp(of: "\(folder)/\(ManifestFile.name)"),
      let journal = FileStamp(of: "\(folder)/journal.json"),
      let spec = FileStamp(of: "\(folder)/spec.json")
    else { return nil }
    self.init(manifest: manifest, journal: journal, spec: spec)
  }

  init(manifest: FileStamp, journal: FileStamp, spec: FileStamp) {
    (self.manifest, self.journal, self.spec) = (manifest, journal, spec)
  }

  /// When the last of the files was changed, ns since 1970.
  var changed: Int { max(manifest.changed, journal.changed, spec.changed) }
}
