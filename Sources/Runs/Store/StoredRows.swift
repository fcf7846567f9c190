import Exports
import Support
import Synchronization
import Tables

/// The rows of a table on disk, taken part by part.
final class StoredRows: Sendable {
  /// How many bytes are looked at together.
  private static let window = 1 << 20

  private struct State: Sendable {
    var reader: ECSVReader
    var hash = SHA256()
    var offset = 0
    var isAtEnd = false
    var mismatch: ECSVReader.Mismatch?
  }

  private let file: OpenFile
  private let state: Mutex<State>

  /// Opens a file, whatever its hash.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - schema: The table that it should hold.
  /// - Throws: ``FileError`` if it cannot be opened.
  init(_ path: String, _ schema: TableSchema) throws(FileError) {
    file = try OpenFile(path)
    state = Mutex(State(reader: ECSVReader(schema)))
  }

  /// The hash of what was read, and what does not fit in it; of the file once all is taken.
  var ending: (sha256: String, mismatch: ECSVReader.Mismatch?) {
    state.withLock { (Fingerprint(hash: $0.hash.finish()).description, $0.mismatch) }
  }

  /// The rows that follow, with the vocabularies as far as they are known.
  ///
  /// Behind rows that do not fit nothing is taken but the hash.
  ///
  /// - Returns: `nil` at the end; there is one part at least unless a row does not fit.
  /// - Throws: ``FileError`` if the file cannot be read.
  func next() throws(FileError) -> Table? {
    try state.withLock { state throws(FileError) in
      while !state.isAtEnd {
        let bytes = try file.bytes(from: state.offset, count: Self.window)
        state.offset += bytes.count
        state.isAtEnd = bytes.count < Self.window
        state.hash.update(bytes)
        guard state.mismatch == nil else { continue }
        do throws(ECSVReader.Mismatch) {
          return try state.reader.rows(bytes, isLast: state.isAtEnd)
        } catch {
          state.mismatch = error
        }
      }
      return nil
    }
  }
}
