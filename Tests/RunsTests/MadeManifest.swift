import Records
import Support
import Testing

/// A small manifest that no run has made.
struct MadeManifest {
  var name = "made"
  var identity = String(repeating: "ab", count: 32)
  var galaxies = ["A"]
  /// Tables without rows and columns.
  var tables = ["fits", "cut_flow"]

  var text: String {
    let names = galaxies.map { "\"\($0)\"" }.joined(separator: ", ")
    let hash = String(repeating: "0", count: 64)
    let tables = tables.map { table in
      """
      { "name": "\(table)", "file": "tables/\(table).ecsv", "sha256": "\(hash)", "bytes": 0,
        "rows": 0, "axes": [], "keys": [], "constants": [], "columns": [] }
      """
    }
    return """
      { "manifest": 1, "name": "\(name)", "identity": "\(identity)", "engine": 1,
        "dataset": { "name": "mock", "citation": "", "notes": [] }, "inputs": [],
        "spec": { "grid": {}, "methods": {} },
        "sample": { "galaxies": \(galaxies.count), "points": 0, "names": [\(names)] },
        "cells": 1, "units": 0, "statuses": {}, "warnings": [],
        "tables": [\(tables.joined(separator: ",\n"))] }
      """
  }

  func manifest() throws -> Manifest {
    let report = InputReport()
    let manifest = Manifest.format.record(
      of: SourceText(name: "manifest.json", text: text), report)
    try report.check()
    return try #require(manifest)
  }

  /// The journal of a run that was begun at a moment.
  static func journal(started: String) -> String {
    """
    { "started": "\(started)", "seconds": 1, "jobs": 1, "units": 1, "units_computed": 1,
      "platform": "Linux x86_64", "processors": 1 }
    """
  }
}
