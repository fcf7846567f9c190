import Records

/// What is to be known of a view in the folder of a run; none of it is a fault of the run.
package struct ViewNote: Equatable, Sendable {
  /// The path inside the run.
  package let file: String
  package let state: State

  /// How a view stands to the run.
  package enum State: Equatable, Sendable {
    /// It was made from another manifest.
    case stale
    /// Another drawer made it, which may have drawn otherwise.
    case otherDrawer(Int)
    /// It does not say where it comes from.
    case silent
    /// Its writer was stopped before it was whole.
    case unfinished
  }

  /// The same as the end of a sentence about the file.
  package var message: String {
    switch state {
    case .stale: "was drawn from another manifest"
    case .otherDrawer(let number):
      "was drawn by drawer \(number), and this program has \(ViewOrigin.currentDrawer)"
    case .silent: "does not say what it was drawn from"
    case .unfinished: "is left of a drawing that was stopped"
    }
  }

  /// What is to be known of the views among the files of a run whose manifest has a SHA-256; `nil`
  /// if there is none.
  static func notes(_ contents: FolderContents, manifest: String?) -> [ViewNote] {
    contents.files.keys.filter(RunView.isView).sorted().compactMap { path in
      if TemporaryName.isTemporary(Files.name(of: path)) {
        return ViewNote(file: path, state: .unfinished)
      }
      guard path.hasSuffix(".svg") || path == RunView.report else { return nil }
      guard let origin = contents.bytes(of: path).flatMap(ViewOrigin.init) else {
        return ViewNote(file: path, state: .silent)
      }
      if origin.manifest != manifest { return ViewNote(file: path, state: .stale) }
      return origin.drawer == ViewOrigin.currentDrawer
        ? nil : ViewNote(file: path, state: .otherDrawer(origin.drawer))
    }
  }
}
