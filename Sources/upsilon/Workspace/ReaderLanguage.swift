import Console

/// A language for which there is a helper that reads runs.
enum ReaderLanguage: String, CaseIterable, ArgumentValue {
  case python

  /// The file.
  var bytes: [UInt8] {
    switch self {
    case .python: PackageResources.upsilon_run_py
    }
  }
}
