import Foundation
import Support
import TestKit

/// The folder of golden files of methods under this number of the engine.
enum GoldenMethods {
  private static let folder = Golden.folder
    .appending(path: "methods/engine-\(Engine.number)")

  private static func file(_ record: MethodRecord) -> URL {
    folder.appending(path: record.name.replacing(" ", with: "-") + ".txt")
  }

  /// The records of all files.
  static func read() throws -> [MethodRecord] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.sorted().map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      guard let record = MethodRecord(text: text) else { throw CocoaError(.fileReadCorruptFile) }
      return record
    }
  }

  static func write(_ record: MethodRecord) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(record.text.utf8).write(to: file(record))
  }
}
