import Runs
import Support

/// What `diff --json` says, at full precision; what is missing, or no number that JSON has, is
/// null.
enum DiffJSON {
  static func value(_ diff: RunDiff) -> JSONValue {
    [
      "old": side(diff.old), "new": side(diff.new), "equal": .bool(diff.isEmpty),
      "cause": [
        "kinds": .array(diff.cause.kinds.map { .string($0.rawValue) }),
        "pointers": .array(diff.cause.pointers.map { .string($0) }),
      ],
      "spec": [
        "methods": .array(diff.spec.methods.map(difference)),
        "settings": .array(diff.spec.settings.map(difference)),
        "cosmetic": .array(diff.spec.cosmetic.map(difference)),
      ],
      "inputs": diff.inputs.map(inputs) ?? .null,
      "sample": diff.sample.map(sample) ?? .null,
      "tables": diff.tables.map { .array($0.map(table)) } ?? .null,
      "tables_lost": words(diff.tablesLost), "tables_gained": words(diff.tablesGained),
      "tables_passed_over": words(diff.tablesPassedOver),
      "tolerance": [
        "absolute": .number(diff.tolerance.absolute), "relative": .number(diff.tolerance.relative),
        "sigmas": diff.tolerance.sigmas.map { .number($0) } ?? .null,
      ],
    ]
  }

  private static func words(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

  private static func count(_ number: Int) -> JSONValue { .number(Double(number)) }

  private static func number(_ number: Double?) -> JSONValue {
    number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
  }

  private static func side(_ side: DiffSide) -> JSONValue {
    [
      "label": .string(side.label), "name": side.name.map { .string($0) } ?? .null,
      "identity": side.identity.map { .string("\($0)") } ?? .null,
      "has_results": .bool(side.hasResults),
    ]
  }

  private static func difference(_ difference: JSONDifference) -> JSONValue {
    var members = [JSONValue.Member("pointer", .string(difference.pointer))]
    if let object = difference.object { members.append(.init("object", .string(object))) }
    return .object(
      members + [.init("old", difference.old ?? .null), .init("new", difference.new ?? .null)])
  }

  private static func inputs(_ inputs: InputsDiff) -> JSONValue {
    [
      "data": .array(
        inputs.data.map {
          [
            "role": .string(String($0.pointer.dropFirst())), "old": $0.old ?? .null,
            "new": $0.new ?? .null,
          ]
        }),
      "engine": inputs.engine.map { ["old": $0.old ?? .null, "new": $0.new ?? .null] } ?? .null,
    ]
  }

  private static func sample(_ sample: SampleDiff) -> JSONValue {
    func galaxies(_ galaxies: [SampleDiff.Galaxy]) -> JSONValue {
      .array(
        galaxies.map {
          [
            "galaxy": .string($0.name), "rule": $0.rule.map { .string($0) } ?? .null,
            "because": $0.because.map { .string($0) } ?? .null,
          ]
        })
    }
    return [
      "old": count(sample.oldCount), "new": count(sample.newCount),
      "shared": count(sample.sharedCount), "gained": galaxies(sample.gained),
      "lost": galaxies(sample.lost),
    ]
  }

  private static func table(_ table: TableDiff) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("name", .string(table.name)), .init("equal", .bool(table.isEmpty)),
      .init("rows", ["old": count(table.oldRows), "new": count(table.newRows)]),
      .init("declarations", .array(table.declarations.map(declaration))),
    ]
    switch table.content {
    case .equal: return .object(head)
    case .keyedDifferently(let old, let new):
      return .object(head + [.init("keys", ["old": words(old), "new": words(new)])])
    case .whole: return .object(head)
    case .digests(let columns):
      return .object(head + [.init("digests", .array(columns.map(digest)))])
    case .rows(let rows): return .object(head + DiffJSON.rows(rows))
    }
  }

  private static func declaration(_ change: DeclarationDiff) -> JSONValue {
    [
      "column": .string(change.column), "part": .string(change.part.rawValue),
      "old": .string(change.old), "new": .string(change.new),
    ]
  }

  private static func digest(_ column: DigestDiff) -> JSONValue {
    [
      "column": .string(column.name), "unit": .string(column.unit),
      "statistics": .object(
        column.statistics.map { .init($0.name, ["old": number($0.old), "new": number($0.new)]) }),
    ]
  }

  private static func rows(_ rows: RowsDiff) -> [JSONValue.Member] {
    [
      .init("joined", count(rows.joined)), .init("moved", count(rows.moved)),
      .init("moved_in_last_digits", count(rows.movedInLastDigits)),
      .init("rows_lost", list(rows.lost)), .init("rows_gained", list(rows.gained)),
      .init("columns_lost", words(rows.columnsLost)),
      .init("columns_gained", words(rows.columnsGained)),
      .init("columns", .array(rows.columns.map(column))),
      .init("transitions", .array(rows.transitions.map(transition))),
      .init("largest", .array(rows.largest.map(move))),
      .init("degenerate", rows.degenerate.map(list) ?? .null),
    ]
  }

  private static func list(_ list: RowsDiff.RowList) -> JSONValue {
    ["count": count(list.count), "first": .array(list.first.map(key))]
  }

  private static func key(_ row: RowKey) -> JSONValue {
    .object(zip(row.names, row.values).map { .init($0, cell($1)) })
  }

  private static func cell(_ value: CellValue) -> JSONValue {
    switch value {
    case .missing: .null
    case .number(let value): number(value)
    case .flag(let flag): .bool(flag)
    case .word(let word): .string(word)
    }
  }

  private static func column(_ column: ColumnDiff) -> JSONValue {
    func extreme(_ extreme: ColumnDiff.Extreme?) -> JSONValue {
      extreme.map { ["change": number($0.change), "row": key($0.row)] } ?? .null
    }
    return [
      "name": .string(column.name), "unit": .string(column.unit), "moved": count(column.moved),
      "appeared": count(column.appeared), "vanished": count(column.vanished),
      "largest_change": extreme(column.largestChange),
      "largest_relative": extreme(column.largestRelative),
      "largest_in_sigmas": extreme(column.largestInSigmas),
    ]
  }

  private static func transition(_ transition: Transition) -> JSONValue {
    [
      "column": .string(transition.column), "old": cell(transition.old),
      "new": cell(transition.new), "count": count(transition.count),
      "rows": .array(transition.rows.map(move)),
    ]
  }

  private static func move(_ move: RowMove) -> JSONValue {
    [
      "row": key(move.row),
      "moves": .array(
        move.moves.map {
          [
            "column": .string($0.column), "unit": .string($0.unit), "old": cell($0.old),
            "new": cell($0.new), "change": number($0.change),
            "relative_change": number($0.relativeChange),
            "change_in_sigmas": number($0.changeInSigmas),
          ]
        }),
    ]
  }
}
