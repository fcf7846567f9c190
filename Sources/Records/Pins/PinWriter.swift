import Support

/// Writes the file of a pin.
struct PinWriter {
  private var lines: [String] = [PinFormat.head]

  init(_ pin: Pin) {
    add(.identity, ["\(pin.identity)", "engine \(pin.engine)"])
    add(
      .units,
      ["\(pin.units)", "cells \(pin.cells)"]
        + pin.statuses.map { "\(Self.word($0.status)) \($0.count)" })
    add(
      .sample,
      ["points \(pin.sample.points)", pin.sample.galaxies.map(Self.word).joined(separator: " ")])
    for input in pin.inputs {
      add(.input, [Self.word(input.role), input.sha256, "\(input.bytes)"])
    }
    for setting in pin.settings { add(setting) }
    for table in pin.tables { add(table) }
  }

  var bytes: [UInt8] {
    Array(lines.flatMap(Self.broken).map { $0 + "\n" }.joined().utf8)
  }

  private mutating func add(_ keyword: PinFormat.Keyword, _ parts: [String]) {
    lines.append(([keyword.rawValue] + parts.filter { !$0.isEmpty }).joined(separator: "  "))
  }

  /// Adds a setting: a line a key, a line a step of the analyses.
  private mutating func add(_ setting: JSONValue.Member) {
    if setting.key == PinFormat.steps, let steps = setting.value.array, !steps.isEmpty {
      for step in steps { add(.step, [Self.inOrder(step)]) }
    } else {
      add(.spec, [Self.word(setting.key), Self.inOrder(setting.value)])
    }
  }

  private mutating func add(_ table: PinnedTable) {
    var parts = ["\(Self.word(table.name))", "rows \(table.rows)"]
    if case .whole(let digest) = table.content { parts.append("whole \(digest)") }
    if !table.keys.isEmpty {
      parts.append("keys " + table.keys.map(Self.word).joined(separator: " "))
    }
    add(.table, parts)
    guard case .columns(let columns) = table.content else { return }
    lines += columns.map(Self.line)
  }

  /// The line of a column; its parts stand under those of other columns where they fit.
  private static func line(_ column: PinnedColumn) -> String {
    let parts: [(text: String, width: Int)] = [
      (word(column.name), -20), (column.kind.rawValue, -7),
      (column.unit.isEmpty ? PinFormat.none : word(column.unit), -8), (column.digest, 0),
      ("\(column.missing)", 4),
    ]
    let rest =
      column.distinct.map { [(text: "distinct \($0)", width: 0)] }
      ?? [column.min, column.max, column.mean, column.std].map {
        (text: $0.map(JSONValue.spelling) ?? PinFormat.none, width: 21)
      }
    let line = "  " + (parts + rest).map { $0.text.padded(to: $0.width) }.joined(separator: " ")
    if line.count <= PinFormat.width { return line }
    return "  " + (parts + rest).map(\.text).joined(separator: " ")
  }

  /// A word as it stands, or in quotes as JSON has it.
  private static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\"") }
    if isPlain, !text.isEmpty, text != PinFormat.none { return text }
    return JSONValue.string(text).canonicalText
  }

  /// JSON on one line, its keys in their own order.
  private static func inOrder(_ value: JSONValue) -> String {
    switch value {
    case .object(let members):
      "{"
        + members.map { "\(JSONValue.string($0.key).canonicalText):\(inOrder($0.value))" }
        .joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(inOrder).joined(separator: ",") + "]"
    default: value.canonicalText
    }
  }

  /// A line in pieces that are not too long, cut at blanks and commas where there are some.
  private static func broken(_ line: String) -> [String] {
    var (pieces, rest, prefix) = ([String](), Array(line), "")
    while prefix.count + rest.count > PinFormat.width {
      let limit = PinFormat.width - prefix.count
      let cut = (limit / 2...limit).last { cut in
        rest[cut - 1] != " " && (rest[cut] == " " || rest[cut - 1] == ",")
      }
      pieces.append(prefix + String(rest[..<(cut ?? limit)]))
      rest.removeFirst(cut ?? limit)
      prefix = PinFormat.continuation
    }
    return pieces + [prefix + String(rest)]
  }
}

extension String {
  /// The text with blanks up to a width: in front of it, or behind it for a negative width.
  fileprivate func padded(to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? self + blanks : blanks + self
  }
}
