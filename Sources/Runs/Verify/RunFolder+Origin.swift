import Specs

extension RunFolder {
  /// Where the path of the run's own files starts: the folder of the spec, or the run itself, which
  /// may keep them, where the path leads to nothing from there.
  func origin(of choice: DatasetChoice, from specFolder: String) -> String {
    guard case .files(let own) = choice, Files.isMissing(Files.path(own.path, from: specFolder))
    else { return specFolder }
    return path
  }
}
