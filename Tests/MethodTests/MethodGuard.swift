import Runs
import Support
import TestKit

/// Holds the methods of the program against the files of `Tests/Golden/methods`.
///
/// What a file says never changes: whoever changes a method gives it another version, and the old
/// one stays. In a rewriting run what is not there yet is added, and nothing else.
struct MethodGuard {
  /// The records of the files.
  let known: [MethodRecord]

  /// What is wrong with a method: it changed under its version, or is not known.
  func objection(to record: MethodRecord) -> String? {
    let name = "'\(record.name), engine \(Engine.number)'"
    guard let old = known(record.name) else {
      return "\(name) has no golden file; \(Golden.rewriting) adds it"
    }
    let changes = Self.changes(from: old, to: record)
    if let first = changes.first {
      return "\(name) changed at \(first)"
        + (changes.count > 1 ? " and in \(changes.count - 1) more places" : "")
        + "; \(Self.advice(record))"
    }
    return Self.addition(to: old, by: record).map {
      "\(name) has nothing golden for \($0); \(Golden.rewriting) adds it"
    }
  }

  private static func advice(_ record: MethodRecord) -> String {
    let engine = "raise Engine.number"
    return
      (record.hasVersion
      ? "raise the version of the method and keep the old one callable (or, where no method of its own is "
        + "meant, \(engine))" : engine)
      + ", and lead the CHANGELOG with the numbers that move"
  }

  private func known(_ name: String) -> MethodRecord? {
    known.first { $0.name == name }
  }

  /// The methods of the files that the program does not have any more.
  func missing(from records: [MethodRecord]) -> [String] {
    known.map(\.name).filter { name in !records.contains { $0.name == name } }
  }

  /// What the file of a method is to say: what it says already stays, and what is new is added.
  func extended(by record: MethodRecord) -> MethodRecord {
    guard let old = known(record.name) else { return record }
    return MethodRecord(
      record.name, definition: old.definition.extended(by: record.definition),
      results: old.results.map { table in record[table.name].map(table.extended(by:)) ?? table }
        + record.results.filter { old[$0.name] == nil })
  }
}

// MARK: What differs

extension MethodGuard {
  /// What the file says and the method does not: `place: before → after`.
  private static func changes(from old: MethodRecord, to new: MethodRecord) -> [String] {
    let definition = old.definition.extended(by: new.definition)
    return JSONDifference.between(definition, new.definition, at: "/definition").map {
      "\($0.pointer): \(spelled($0.old)) → \(spelled($0.new))"
    }
      + old.results.flatMap { table in
        table.columns.compactMap { column in
          change(of: column, to: new[table.name]?[column.name])
            .map { "\(table.name)/\(column.name)\($0)" }
        }
      }
  }

  private static func change(of old: ResultTable.Column, to new: ResultTable.Column?) -> String? {
    guard let new else { return ": gone" }
    guard old.values.count == new.values.count else {
      return ": \(old.values.count) → \(new.values.count) rows"
    }
    return old.values.indices.first { old.values[$0] != new.values[$0] }
      .map { ", row \($0 + 1): \(old.values[$0]) → \(new.values[$0])" }
  }

  /// The first place of a method that its file has nothing for.
  private static func addition(to old: MethodRecord, by new: MethodRecord) -> String? {
    let definition = JSONDifference.between(old.definition, new.definition, at: "/definition")
    let results = new.results.flatMap { table in
      table.columns.filter { old[table.name]?[$0.name] == nil }.map { "\(table.name)/\($0.name)" }
    }
    return (definition.map(\.pointer) + results).first
  }

  private static func spelled(_ value: JSONValue?) -> String {
    value.map { String($0.canonicalText.prefix(80)) } ?? "nothing"
  }
}

extension ResultTable {
  /// The table with the columns that only another one has.
  fileprivate func extended(by other: ResultTable) -> ResultTable {
    ResultTable(name, columns + other.columns.filter { self[$0.name] == nil })
  }
}
