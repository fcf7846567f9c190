import Console
import Runs
import Support

/// The locks of specs, translated from version 1.
struct LockUpgrade {
  private let results: [(path: String, upgrade: PinFile.Upgrade)]

  /// Translates the locks of specs; those that cannot be are left as they are.
  ///
  /// - Throws: `InputRejected` with everything that is wrong with any of them, `FileError` if a
  ///   file cannot be read or written.
  init(_ files: [String]) throws {
    var results: [(path: String, upgrade: PinFile.Upgrade)] = []
    var mistakes: [Diagnostic] = []
    for file in files {
      do {
        results.append((PinFile.path(of: file), try PinFile.upgrade(of: file)))
      } catch let rejected as InputRejected {
        mistakes += rejected.diagnostics
      }
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    self.results = results
  }

  /// Says what became of each.
  func report(to terminal: Terminal, asJSON: Bool) {
    if asJSON {
      let values = results.map { result -> JSONValue in
        ["lock": .string(result.path), "changed": .bool(result.upgrade == .translated)]
      }
      terminal.json(JSONValue.array(values))
      return
    }
    for (path, upgrade) in results {
      switch upgrade {
      case .translated: terminal.out("\(path): translated from version 1")
      case .current: terminal.out("\(path): is of this version already")
      case .none: terminal.out("\(path): there is none")
      }
    }
  }
}
