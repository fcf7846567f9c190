package import Foundation

/// A folder of its own for a test, removed when the last reference to it goes.
package final class TemporaryDirectory: Sendable {
  package let url: URL

  package var path: String { url.path }

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "upsilon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file, with the folders it needs.
  @discardableResult
  package func write(_ text: String, to path: String) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  /// Copies a program or a script, to be started.
  ///
  /// Another process writes it: a child that some other test starts just now would inherit a file
  /// that this one had open for writing, and the system starts no program that is being written.
  package func copyProgram(_ source: URL, to path: String) throws -> URL {
    let file = url.appending(path: path)
    for words in [["/bin/cp", source.path, file.path], ["/bin/chmod", "755", file.path]] {
      let child = try Process.run(
        URL(filePath: words[0]), arguments: Array(words.dropFirst()), terminationHandler: nil)
      child.waitUntilExit()
      guard child.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
    return file
  }

  package func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }
}
