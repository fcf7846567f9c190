import Specs

extension RunFolder {
  /// Where the path of the run's own files starts: the folder of the spec, or the run itself, which
  /// may keep them, where the path leads to nothing from either.
  func origin(of choice: DatasetChoice, from specFolder: String) -> String {
    guard case .files(let own) = choice,
      [specFolder, path].allSatisfy({ Files.isMissing(Files.path(own.path, from: $0)) })
    else { return specFolder }
    return path
  }
}
