import Console
import Machine
import Runs
import Support

/// A run that is not finished, as `list` shows it.
///
/// What it is called its spec alone tells.
struct PartialLine {
  private let partial: PartialRun
  private let progress: PartialProgress
  private let isInUse: Bool
  private let age: Double?

  /// The partial runs in a folder that have records or are being computed.
  static func all(in store: RunStore) throws -> [PartialLine] {
    try PartialRun.all(in: store).compactMap { partial in
      let (progress, isInUse) = (try partial.progress(), try partial.hold() == .held)
      guard progress.total != nil || isInUse else { return nil }
      let age = Files.lastWritten(partial.path).map { $0.seconds(until: .now) }
      return PartialLine(partial: partial, progress: progress, isInUse: isInUse, age: age)
    }
  }

  static let columns: [TextTable.Column] = [
    .text("not finished"), .text("progress"), .number("last written"), .text(""),
  ]

  var cells: [String] {
    [
      partial.name, progress.words, age.map { AgeText.text($0) } ?? NumberFormat.missing,
      isInUse ? "being computed" : "",
    ]
  }

  var json: JSONValue {
    [
      "name": .null, "identity": .null, "hash": .string(partial.name),
      "path": .string(partial.path), "complete": .bool(false),
      "units_kept": .number(Double(progress.kept)),
      "units": progress.total.map { .number(Double($0)) } ?? .null,
      "being_computed": .bool(isInUse), "damage": .null,
    ]
  }
}
