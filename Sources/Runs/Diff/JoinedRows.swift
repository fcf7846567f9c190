import Tables

/// The rows of two tables that have the same keys.
///
/// Words are compared as words, numbers to the last bit. An axis that has one value on either side
/// tells no rows apart, and rows join over it although the values differ. Joined rows come in an
/// order that does not depend on which side is which: that of both tables or, where these differ,
/// that of the keys.
struct JoinedRows {
  /// The keys that the rows were joined on.
  let keys: [String]
  /// The rows of the older table that have a partner; shape `[joined]`.
  private(set) var old: [Int] = []
  /// The partner of each in the newer table; shape `[joined]`.
  private(set) var new: [Int] = []
  private(set) var onlyOld: [Int] = []
  private(set) var onlyNew: [Int] = []

  /// Joins the rows of two tables.
  ///
  /// - Returns: `nil` if they are not keyed alike.
  init?(_ before: Table, _ after: Table) {
    guard let keys = Self.keys(before.schema, after.schema) else { return nil }
    self.keys = keys
    let columns = keys.map { (Self.codes(before, $0, after), Self.codes(after, $0, before)) }
    if before.rowCount == after.rowCount, columns.allSatisfy({ $0.0 == $0.1 }) {
      old = Array(0..<before.rowCount)
      new = old
      return
    }
    var (left, right) = Self.combined(columns, before.rowCount, after.rowCount)
    if Set(left).count < left.count || Set(right).count < right.count {
      // Equal keys are told apart by the order of their rows.
      (left, right) = Self.combined(
        [(left, right), (Self.occurrences(left), Self.occurrences(right))], left.count, right.count)
    }
    join(left, right)
  }

  /// The same with the rows that meet a condition on either side.
  ///
  /// - Parameters:
  ///   - isOldMet: Whether each row of the older table meets it; shape `[rows]`.
  ///   - isNewMet: The same of the newer one.
  /// - Returns: The rows that are left.
  func keeping(_ isOldMet: [Bool], _ isNewMet: [Bool]) -> JoinedRows {
    let kept = old.indices.filter { isOldMet[old[$0]] || isNewMet[new[$0]] }
    var rest = self
    (rest.old, rest.new) = (kept.map { old[$0] }, kept.map { new[$0] })
    rest.onlyOld = onlyOld.filter { isOldMet[$0] }
    rest.onlyNew = onlyNew.filter { isNewMet[$0] }
    return rest
  }

  private mutating func join(_ left: [UInt64], _ right: [UInt64]) {
    let rowOf = Dictionary(uniqueKeysWithValues: right.enumerated().map { ($1, $0) })
    var isTaken = [Bool](repeating: false, count: right.count)
    var pairs: [(code: UInt64, old: Int, new: Int)] = []
    for (row, code) in left.enumerated() {
      if let partner = rowOf[code] {
        pairs.append((code, row, partner))
        isTaken[partner] = true
      } else {
        onlyOld.append(row)
      }
    }
    pairs.sort { $0.code < $1.code }
    (old, new) = (pairs.map(\.old), pairs.map(\.new))
    onlyNew = isTaken.indices.filter { !isTaken[$0] }
  }

  /// The keys of both tables that tell rows apart in either; `nil` if one of them lacks such a key.
  static func keys(_ old: TableSchema, _ new: TableSchema) -> [String]? {
    func needed(_ schema: TableSchema, _ other: TableSchema) -> [String] {
      schema.keys.filter { key in
        let isIdle = schema.constants.contains(key)
        let isIdleThere = other.constants.contains(key) || !other.keys.contains(key)
        return !(isIdle && isIdleThere)
      }
    }
    let keys = needed(old, new)
    guard Set(keys) == Set(needed(new, old)) else { return nil }
    let isAlike = keys.allSatisfy { key in
      (old[key]?.vocabulary == nil) == (new[key]?.vocabulary == nil) && new.keys.contains(key)
    }
    return isAlike ? keys : nil
  }

  /// The values of a key as numbers that are equal where the values are.
  ///
  /// - Parameters:
  ///   - table: The table that has the values.
  ///   - key: The key column.
  ///   - other: The table that the values are compared with.
  /// - Returns: One number a row; shape `[rows]`.
  private static func codes(_ table: Table, _ key: String, _ other: Table) -> [UInt64] {
    guard let values = table[key] else { preconditionFailure("'\(key)' is a key of the table") }
    guard let words = table.schema[key]?.vocabulary else {
      return values.map { $0.isNaN ? .max : ($0 + 0).bitPattern }
    }
    // The same for both sides: the position among the sorted words of both.
    let all = [words, other.schema[key]?.vocabulary].compactMap(\.self).joined()
    let sorted = Set(all).sorted()
    let position = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, UInt64($0)) })
    let codes = words.map { position[$0] ?? .max }
    return values.map { $0.isNaN ? .max : codes[Int($0)] }
  }

  /// One number for all keys of a row, equal where all keys are; shapes `[rows]`.
  private static func combined(
    _ columns: [([UInt64], [UInt64])], _ oldCount: Int, _ newCount: Int
  ) -> ([UInt64], [UInt64]) {
    var whole = ([UInt64](repeating: 0, count: oldCount), [UInt64](repeating: 0, count: newCount))
    for column in columns {
      // Both factors are at most the number of rows, so the product never overflows.
      let (first, second) = (numbered(whole), numbered(column))
      func pack(_ high: [UInt64], _ low: [UInt64]) -> [UInt64] {
        zip(high, low).map { $0 * second.count + $1 }
      }
      whole = (pack(first.codes.0, second.codes.0), pack(first.codes.1, second.codes.1))
    }
    return whole
  }

  /// The values of both sides numbered from zero in their order, equal ones alike.
  private static func numbered(
    _ values: ([UInt64], [UInt64])
  ) -> (codes: ([UInt64], [UInt64]), count: UInt64) {
    let distinct = Set(values.0 + values.1).sorted()
    let numbers = Dictionary(
      uniqueKeysWithValues: distinct.enumerated().map { ($1, UInt64($0)) })
    func number(_ value: UInt64) -> UInt64 {
      guard let number = numbers[value] else { preconditionFailure("every value is numbered") }
      return number
    }
    return ((values.0.map(number), values.1.map(number)), UInt64(distinct.count))
  }

  /// For each value, how often it came before; shape `[rows]`.
  private static func occurrences(_ values: [UInt64]) -> [UInt64] {
    var counts: [UInt64: UInt64] = [:]
    return values.map { value in
      defer { counts[value, default: 0] += 1 }
      return counts[value, default: 0]
    }
  }
}
