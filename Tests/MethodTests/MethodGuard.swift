import Foundation
import Runs
import Support

/// Holds the methods of the program against `Tests/Golden/methods.json`.
///
/// An entry of the file never changes: whoever changes a method gives it another version, and the old
/// one stays. With `UPSILON_REWRITE_GOLDEN=1` what is not in the file yet is added to it, and nothing
/// else.
struct MethodGuard {
  /// The entries of the file, by key.
  let known: JSONValue

  /// What to do about a change.
  static func advice(_ key: String) -> String {
    key.hasPrefix("engine")
      ? "raise Engine.number, and lead the CHANGELOG with the numbers that move"
      : "raise the version of the method and keep the old one callable (or, where no method of its own is "
        + "meant, raise Engine.number), and lead the CHANGELOG with the numbers that move"
  }

  /// What is wrong with a method: it changed under its version, or is not known.
  func objection(to record: MethodRecord) -> String? {
    guard let old = known[record.key] else {
      return "'\(record.key)' has no golden entry; UPSILON_REWRITE_GOLDEN=1 adds it"
    }
    let all = JSONDifference.between(old, record.json)
    let changed = all.filter { $0.old != nil }
    if let first = changed.first {
      return "'\(record.key)' changed at \(Self.text(first))"
        + (changed.count > 1 ? " and in \(changed.count - 1) more places" : "")
        + "; \(Self.advice(record.key))"
    }
    return all.first.map {
      "'\(record.key)' has nothing golden for \($0.pointer); UPSILON_REWRITE_GOLDEN=1 adds it"
    }
  }

  /// What stands between the values of a column.
  static let separator = "; "

  /// A difference; of a column of results the first value that differs.
  private static func text(_ difference: JSONDifference) -> String {
    let (before, after) = (values(difference.old), values(difference.new))
    if before.count > 1, before.count == after.count,
      let index = before.indices.first(where: { before[$0] != after[$0] })
    {
      return "\(difference.pointer)/\(index): \(before[index]) → \(after[index])"
    }
    return "\(difference.pointer): \(spelled(difference.old)) → \(spelled(difference.new))"
  }

  private static func values(_ column: JSONValue?) -> [String] {
    (column?.string ?? "").components(separatedBy: separator)
  }

  private static func spelled(_ value: JSONValue?) -> String {
    value.map { String($0.canonicalText.prefix(80)) } ?? "nothing"
  }

  /// The versions of this engine in the file that the program does not have any more.
  func missing(from records: [MethodRecord]) -> [String] {
    let engine = records.last?.key ?? ""
    return (known.members ?? []).map(\.key).filter { key in
      key.hasSuffix(engine) && !records.contains { $0.key == key }
    }
  }

  /// The entries with what is new added: new keys, and new members of objects; what is there stays.
  func extended(by records: [MethodRecord]) -> JSONValue {
    Self.extended(known, by: .object(records.map { .init($0.key, $0.json) }))
  }

  private static func extended(_ old: JSONValue, by new: JSONValue) -> JSONValue {
    guard let before = old.members, let after = new.members else { return old }
    return .object(
      before.map { member in
        .init(member.key, new[member.key].map { extended(member.value, by: $0) } ?? member.value)
      } + after.filter { old[$0.key] == nil })
  }
}

extension MethodGuard {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Golden/methods.json").standardizedFileURL

  /// Reads the file; one that is not there has no entries.
  init() {
    let data = (try? Data(contentsOf: Self.file)) ?? Data("{}".utf8)
    known = JSONParser.value(of: Array(data)) ?? [:]
  }

  static var isRewriting: Bool {
    ProcessInfo.processInfo.environment["UPSILON_REWRITE_GOLDEN"] != nil
  }

  func write(_ records: [MethodRecord]) throws {
    try Data(extended(by: records).readableBytes).write(to: Self.file)
  }
}
