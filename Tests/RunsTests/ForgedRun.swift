import Foundation
import Records
import Runs
import Support
import TestKit
import Testing

/// A copy of a run that somebody changes on purpose, checksums included.
struct ForgedRun {
  /// The folder of the copy, which has the name of the run.
  let path: String

  /// Copies a run into a folder of its own.
  init(of run: StoredRun, in directory: TemporaryDirectory) throws {
    let folder = "\(directory.path)/forged-\(UUID().uuidString)"
    try Files.makeFolder(folder)
    path = "\(folder)/\(run.name)"
    try FileManager.default.copyItem(atPath: run.path, toPath: path)
  }

  /// Changes a JSON file of the run.
  func change(_ file: String, _ change: (JSONValue) throws -> JSONValue) throws {
    let value = try TinyRun.json("\(path)/\(file)")
    try Files.replace("\(path)/\(file)", with: try change(value).readableBytes)
  }

  /// Replaces a text in a file of the run.
  func replace(_ old: String, with new: String, in file: String) throws {
    let text = String(decoding: try Files.read("\(path)/\(file)"), as: UTF8.self)
    try #require(text.contains(old))
    try Files.replace("\(path)/\(file)", with: Array(text.replacing(old, with: new).utf8))
  }

  /// Writes the checksums of the files as they are now.
  func mendChecksums() throws {
    try Self.mendChecksums(of: path)
  }

  static func mendChecksums(of path: String) throws {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let files = try names.filter { $0 != "SHA256SUMS" && !Files.isFolder("\(path)/\($0)") }
      .map { RunFile($0, try Files.read("\(path)/\($0)")) }
    let sums = try #require(RunChecksums.completing(files).last)
    try Files.replace("\(path)/SHA256SUMS", with: try #require(sums.bytes))
  }
}

extension JSONValue {
  /// The paths of all values in this one, those of lists and objects too.
  var paths: [[String]] {
    let inner: [(String, JSONValue)] =
      switch self {
      case .object(let members): members.map { ($0.key, $0.value) }
      case .array(let values): values.enumerated().map { ("\($0)", $1) }
      default: []
      }
    return [[]] + inner.flatMap { key, value in value.paths.map { [key] + $0 } }
  }

  /// The value with another one at a path.
  func replacing(_ path: [String], with new: JSONValue) -> JSONValue {
    guard let key = path.first else { return new }
    let rest = Array(path.dropFirst())
    return switch self {
    case .object(let members):
      .object(
        members.map { $0.key == key ? .init(key, $0.value.replacing(rest, with: new)) : $0 })
    case .array(let values):
      .array(
        values.enumerated().map { "\($0)" == key ? $1.replacing(rest, with: new) : $1 })
    default: self
    }
  }

  /// The value at a path.
  func value(at path: [String]) -> JSONValue? {
    guard let key = path.first else { return self }
    let inner: JSONValue? = Int(key).flatMap { array?[$0] } ?? self[key]
    return inner?.value(at: Array(path.dropFirst()))
  }

  /// Another value of the same kind.
  var forged: JSONValue {
    switch self {
    case .null: "x"
    case .bool(let value): .bool(!value)
    case .number(let value): .number(value + 1)
    case .string(let text) where text.count == 64:
      .string((text.hasPrefix("0") ? "1" : "0") + text.dropFirst())
    case .string(let text): .string("\(text)x")
    case .array(let values): values.isEmpty ? ["x"] : []
    case .object(let members): members.isEmpty ? ["x": 1] : [:]
    }
  }
}
