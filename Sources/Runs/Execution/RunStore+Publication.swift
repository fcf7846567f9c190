import Galaxies
import Records
import Support

extension RunStore {
  /// Publishes a run.
  ///
  /// - Parameters:
  ///   - name: The name of its folder.
  ///   - files: Its files.
  ///   - originals: The data files that it keeps beside them.
  ///   - contribution: What this process added to the partial run; it ends when the run is there.
  ///   - cancellation: A request to stop, which is noticed until all is written.
  /// - Returns: The run; the one that another process published meanwhile, if it was faster; `nil`
  ///   if a stop was requested.
  /// - Throws: ``FileError``, with no file of the run left behind.
  func publish(
    _ name: String, _ files: [RunFile], keeping originals: [Dataset.Original],
    from contribution: Contribution,
    unless cancellation: Cancellation
  ) throws(FileError) -> StoredRun? {
    let folder = try contribution.write(files, keeping: originals, unless: cancellation)
    if cancellation.isRequested { return nil }
    let target = "\(root)/\(name)"
    _ = try Files.rename(folder, to: target)
    guard let run = try StoredRun(at: target) else {
      throw FileError(
        "use", target, "it has the name of this run and is not complete; move it away")
    }
    contribution.finish()
    return run
  }
}
