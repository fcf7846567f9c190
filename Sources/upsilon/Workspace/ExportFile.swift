import Exports
import Machine
import Runs
import Shelf
import Support

/// A file of an export on its way to its place.
final class ExportFile {
  private let file: NewFile
  /// What was not handed on yet.
  private var pending: [UInt8] = []

  private static let share = 1 << 18

  /// Begins a file and writes all of it.
  ///
  /// - Throws: `FileError` if the file cannot be written or rows cannot be read, with nothing left
  ///   behind.
  init(
    _ tables: [ExportedTable], as format: any FileFormat.Type, _ options: ExportOptions,
    at path: String
  ) throws {
    file = try NewFile(at: path)
    do {
      if let program = format.program {
        try Self.make(by: program, for: file) { sink in
          try format.write(tables, options, to: sink)
        }
      } else {
        try format.write(tables, options) { try append($0) }
        try file.append(pending)
      }
    } catch {
      file.abandon()
      throw error
    }
  }

  /// Gives the file its name.
  func replace() throws(FileError) {
    try file.replace()
  }

  private func append(_ bytes: [UInt8]) throws(FileError) {
    pending += bytes
    guard pending.count >= Self.share else { return }
    try file.append(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Lets a program of the system make a database from statements.
  private static func make(
    by program: String, for file: NewFile, _ write: (([UInt8]) throws -> Void) throws -> Void
  ) throws {
    // The program reads the statements from a file: a pipe would stand still where it complains.
    let statements = try NewFile(at: "\(file.path).statements")
    defer { statements.abandon() }
    try write { try statements.append($0) }
    let target = file.part.hasPrefix("/") ? file.part : "./\(file.part)"
    let process = ChildProcess(
      program: program, arguments: ["-batch", "-bail", "-init", "/dev/null", target],
      input: statements.part, outputLimit: 1 << 16, environment: Host.environment)
    let ending = try process.run()
    guard ending.status == 0 else {
      let reason = ending.complaints.first ?? "exit status \(ending.status)"
      throw FileError("write", file.path, "\(program): \(reason)")
    }
  }
}
