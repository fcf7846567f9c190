package import Records
import Runs

/// Whether the files of a dataset are in a data folder, as far as a look at their sizes tells.
package enum DatasetState: String, Sendable {
  case builtIn = "built in"
  case here
  /// A file is none of the accepted variants.
  case damaged
  /// A file is missing.
  case notHere = "not here"
}

extension DataShelf {
  /// The state of a dataset; what is in its files is not read.
  package func state(of entry: DatasetEntry) -> DatasetState {
    guard case .files(let files, _) = entry.content else { return .builtIn }
    let paths = files.map { path(of: $0, in: entry) }
    if paths.contains(where: { !Files.exists($0) }) { return .notHere }
    let isRight = zip(files, paths).allSatisfy { file, path in
      file.variants.contains { $0.bytes == (try? Files.size(of: path)) }
    }
    return isRight ? .here : .damaged
  }
}
