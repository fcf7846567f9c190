import Foundation
import Plans
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit

/// Readers of files that the program writes, and that somebody may have changed since.
enum RecordTargets {
  static let all = [journal, registry, earlierLock, components, log]

  private static let journal = FuzzTarget(
    "journal",
    [
      text(
        Journal(
          started: "2026-11-30T04:04:56.499Z", seconds: 0.25, jobs: 2, units: 12, unitsComputed: 4,
          takenOver: "other-0123456789ab", build: "3b842d81394b", platform: "Linux x86_64",
          processors: 8
        ).json)
    ], tokens: FuzzTargets.words
  ) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    let journal = Journal.format.record(of: source, report)
    if (journal == nil) != report.hasErrors { return "a journal and a mistake, or neither" }
    guard let journal else { return report.objection([source]) }
    let again = SourceText(name: "again", bytes: journal.json.readableBytes)
    return Journal.format.record(of: again, InputReport()) == journal ? nil : "not what it wrote"
  }

  private static let registry = FuzzTarget(
    "registry", [SpecTexts.file("Sources/Shelf/Resources/registry.json")],
    tokens: FuzzTargets.words + ["\"../x\"", "\"embedded\": true", "\"variants\": []"]
  ) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    let entries = DataRegistryReading.entries(of: source, over: nil, report)
    if Set(entries.map(\.name)).count != entries.count { return "two datasets of one name" }
    return report.objection([source])
  }

  private static let earlierLock = FuzzTarget(
    "lock of version 1", [SpecTexts.file("Tests/Golden/engine-1/tiny.json.lock")],
    tokens: FuzzTargets.words
  ) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    let pin = LockVersion1.pin(of: source, report)
    if (pin == nil) != report.hasErrors { return "a lock and a mistake, or neither" }
    guard let pin else { return report.objection([source]) }
    return Pin.read(SourceText(name: "again", bytes: pin.bytes), InputReport()) == pin
      ? nil : "not what it is translated to"
  }

  private static let components: FuzzTarget = {
    let key = String(repeating: "5", count: 64)
    let speeds = [1.5, -2e-9, 0, 5e-308, 120.25]
    let whole = ComponentFile.bytes(of: speeds, key)
    return FuzzTarget("components", [String(decoding: whole, as: UTF8.self)]) { bytes in
      let read = ComponentFile.speeds(bytes, key, count: speeds.count)
      return read == nil || read == speeds ? nil : "other speeds"
    }
  }()

  /// A run that was stopped, and whose records are damaged: what is read of them is what was there.
  private static let log: FuzzTarget = {
    guard let stopped = try? StoppedRun() else {
      return FuzzTarget("log", ["none"]) { _ in "no run could be stopped" }
    }
    return FuzzTarget("log", [stopped.whole]) { bytes in
      do {
        return try stopped.objection(bytes)
      } catch {
        return "\(error)"
      }
    }
  }()

  private static func text(_ json: JSONValue) -> String {
    String(decoding: json.readableBytes, as: UTF8.self)
  }
}
