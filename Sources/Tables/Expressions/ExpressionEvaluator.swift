import Numerics
import Support

/// Computes a checked expression for all rows of a table at once.
///
/// Every function is that of `Numerics`, so that the digits do not depend on the processor. A
/// missing number is NaN and stays so; a comparison with it is not met, whichever way it is put. A
/// number that is not finite is missing as soon as it comes up, so that no function sees it.
struct ExpressionEvaluator {
  private let table: Table
  private let tables: TableSet
  private let names: TableNames

  init(_ table: Table, _ tables: TableSet) {
    self.table = table
    self.tables = tables
    names = TableNames(table.schema, tables.schemas)
  }

  func values(of node: ExpressionNode) -> ExpressionValues {
    switch node.kind {
    case .number(let value): .numbers(repeating(value))
    case .boolean(let value): .truths(repeating(value))
    case .word(let word): .words(repeating(0), [word])
    case .name(let name): column(name)
    case .minus(let operand): .numbers(values(of: operand).numbers.map { -$0 })
    case .not(let operand): .truths(values(of: operand).truths.map { !$0 })
    case .binary(let operation, let left, let right):
      binary(operation, values(of: left), values(of: right))
    case .among(let value, let list, let isIn):
      .truths(Self.found(values(of: value), list, isIn: isIn))
    case .call(let function, let arguments): call(function, arguments.map(values))
    }
  }

  /// Whether each value is in a list or not; what is missing is neither.
  private static func found(
    _ values: ExpressionValues, _ list: [ExpressionNode], isIn: Bool
  ) -> [Bool] {
    guard case .words(let codes, let vocabulary) = values else {
      let wanted = Set(list.compactMap(\.number))
      return values.numbers.map { !$0.isNaN && wanted.contains($0) == isIn }
    }
    let wanted = Set(list.compactMap(\.word))
    let isKept = vocabulary.map { wanted.contains($0) == isIn }
    return codes.map { !$0.isNaN && isKept[Int($0)] }
  }

  private func repeating<Value>(_ value: Value) -> [Value] {
    [Value](repeating: value, count: table.rowCount)
  }

  private func column(_ name: String) -> ExpressionValues {
    switch names.source(of: name) {
    case .own(let index): return Self.values(table.values[index], table.schema.columns[index])
    case .joined(let schema, let index):
      guard let other = tables[schema.name] else { break }
      let positions = RowJoin.positions(of: table, in: other)
      let joined = positions.map { $0.map { other.values[index][$0] } ?? .nan }
      return Self.values(joined, schema.columns[index])
    case .constant(let value): return .numbers(repeating(value))
    case nil: break
    }
    preconditionFailure("a checked expression knows its names")
  }

  private static func values(_ stored: [Double], _ column: ColumnSchema) -> ExpressionValues {
    switch column.kind {
    case .real, .integer: .finite(stored)
    case .flag: .truths(stored.map { $0 == 1 })
    case .word: .words(stored, column.words)
    }
  }

  private func binary(
    _ operation: ExpressionOperator, _ left: ExpressionValues, _ right: ExpressionValues
  ) -> ExpressionValues {
    switch operation {
    case .and: return .truths(zip(left.truths, right.truths).map { $0 && $1 })
    case .or: return .truths(zip(left.truths, right.truths).map { $0 || $1 })
    case .plus: return arithmetic(left, right, +)
    case .minus: return arithmetic(left, right, -)
    case .times: return arithmetic(left, right, *)
    case .divided: return arithmetic(left, right, /)
    case .power: return arithmetic(left, right, Self.power)
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let (first, second) = Self.comparable(left, right)
      return .truths(zip(first, second).map { Self.compare(operation, $0, $1) })
    }
  }

  private func arithmetic(
    _ left: ExpressionValues, _ right: ExpressionValues, _ apply: (Double, Double) -> Double
  ) -> ExpressionValues {
    .finite(zip(left.numbers, right.numbers).map { apply($0, $1) })
  }

  /// A power, of which the usual one knows x⁰ and 1ˣ whatever x is; what is missing stays so.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    base.isNaN || exponent.isNaN ? .nan : Elementary.pow(base, exponent)
  }

  private static func compare(_ operation: ExpressionOperator, _ a: Double, _ b: Double) -> Bool {
    switch operation {
    case .equal: a == b
    case .unequal: a < b || a > b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    default: preconditionFailure("'\(operation)' does not compare")
    }
  }

  /// Both sides as numbers that are equal where the values are: words by their place in one common
  /// vocabulary.
  private static func comparable(
    _ left: ExpressionValues, _ right: ExpressionValues
  ) -> ([Double], [Double]) {
    guard case .words(let first, let firstWords) = left,
      case .words(let second, let secondWords) = right
    else { return (left.numbers, right.numbers) }
    let (codes, _) = recoded(second, secondWords, into: firstWords)
    return (first, codes)
  }

  /// Words of one vocabulary as positions in another, which is extended where a word is new.
  private static func recoded(
    _ codes: [Double], _ words: [String], into vocabulary: [String]
  ) -> ([Double], [String]) {
    var extended = vocabulary
    var position: [String: Int] = [:]
    for (index, word) in vocabulary.enumerated() { position[word] = index }
    let map = words.map { word in
      if let known = position[word] { return Double(known) }
      position[word] = extended.count
      extended.append(word)
      return Double(extended.count - 1)
    }
    return (codes.map { $0.isNaN ? .nan : map[Int($0)] }, extended)
  }

  private func call(
    _ function: ExpressionFunction, _ arguments: [ExpressionValues]
  ) -> ExpressionValues {
    func map(_ apply: (Double) -> Double) -> ExpressionValues {
      .finite(arguments[0].numbers.map(apply))
    }
    func fold(_ apply: (Double, Double) -> Double) -> ExpressionValues {
      let columns = arguments.map(\.numbers)
      return .numbers(
        columns.dropFirst().reduce(columns[0]) { zip($0, $1).map { apply($0, $1) } })
    }
    return switch function {
    case .abs: map { $0.magnitude }
    case .sqrt: map { $0.squareRoot() }
    case .exp: map { Elementary.exp($0) }
    case .ln: map { Elementary.log($0) }
    case .log10: map { Elementary.log10($0) }
    case .tanh: map { Elementary.tanh($0) }
    case .floor: map { $0.rounded(.down) }
    case .ceil: map { $0.rounded(.up) }
    case .round: map { $0.rounded() }
    case .min: fold { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) }
    case .max: fold { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) }
    case .missing: .truths(arguments[0].missing)
    case .if: choose(arguments[0].truths, arguments[1], arguments[2])
    }
  }

  private func choose(
    _ condition: [Bool], _ yes: ExpressionValues, _ no: ExpressionValues
  ) -> ExpressionValues {
    switch (yes, no) {
    case (.words(let first, let firstWords), .words(let second, let secondWords)):
      let (codes, vocabulary) = Self.recoded(second, secondWords, into: firstWords)
      return .words(condition.indices.map { condition[$0] ? first[$0] : codes[$0] }, vocabulary)
    case (.truths(let first), .truths(let second)):
      return .truths(condition.indices.map { condition[$0] ? first[$0] : second[$0] })
    default:
      let (first, second) = (yes.numbers, no.numbers)
      return .numbers(condition.indices.map { condition[$0] ? first[$0] : second[$0] })
    }
  }
}
