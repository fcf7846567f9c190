import Galaxies
import Runs
import Support
import Synchronization

/// The datasets of the registry that were read already, so that the specs of one call read each of
/// them once.
final class ReadDatasets: Sendable {
  private let known = Mutex<[String: Dataset]>([:])

  /// A dataset, read if it is the first to be asked for it.
  ///
  /// - Parameters:
  ///   - name: What the registry calls it.
  ///   - report: Takes what is wrong; then it is read again for the next.
  ///   - read: Reads it.
  /// - Throws: What the reading throws.
  /// - Returns: `nil` if the report has the reason why there is none.
  func dataset(
    _ name: String, _ report: InputReport, read: () throws(FileError) -> Dataset?
  ) throws(FileError) -> Dataset? {
    if let dataset = known.withLock({ $0[name] }) { return dataset }
    let before = report.diagnostics.count
    let dataset = try read()
    if let dataset, report.diagnostics.count == before {
      known.withLock { $0[name] = dataset }
    }
    return dataset
  }
}
