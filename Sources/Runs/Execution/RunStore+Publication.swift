import Records

extension RunStore {
  /// Publishes a run.
  ///
  /// - Parameters:
  ///   - name: The name of its folder.
  ///   - publication: Its files, all written.
  ///   - contribution: What this process added to the partial run; it ends when the run is there.
  /// - Returns: The run; the one that another process published meanwhile, if it was faster.
  /// - Throws: ``FileError``.
  func publish(
    _ name: String, _ publication: Publication, from contribution: Contribution
  ) throws(FileError) -> StoredRun {
    try publication.flush()
    let target = "\(root)/\(name)"
    _ = try Files.rename(publication.folder, to: target)
    guard let run = try StoredRun(at: target) else {
      throw FileError(
        "use", target, "it has the name of this run and is not complete; move it away")
    }
    contribution.finish()
    return run
  }
}
