import Support
import Tables

/// The values of a channel for every row of a table.
struct ChannelValues {
  /// Shape `[rows]`: numbers, or places among ``words``; NaN is missing.
  var numbers: [Double]
  /// The other ends where the channel is a pair; shape `[rows]`.
  var high: [Double]?
  /// What the numbers stand for, where they are words.
  var words: [String]?

  /// Works a channel out.
  ///
  /// - Precondition: It was checked against the schema of the table.
  init(_ channel: Channel, over table: Table, _ tables: TableSet) {
    switch channel {
    case .number(let value):
      self.init(numbers: [Double](repeating: value, count: table.rowCount), high: nil, words: nil)
    case .expression(let expression): self.init(expression, over: table, tables)
    case .pair(let low, let high):
      self.init(
        numbers: ChannelValues(low, over: table, tables).numbers,
        high: ChannelValues(high, over: table, tables).numbers, words: nil)
    }
  }

  private init(numbers: [Double], high: [Double]?, words: [String]?) {
    (self.numbers, self.high, self.words) = (numbers, high, words)
  }

  init(_ expression: Expression, over table: Table, _ tables: TableSet) {
    let (values, kind) = expression.column(over: table, tables)
    numbers = values
    switch kind {
    case .word(let vocabulary?): words = vocabulary
    case .word(nil): words = []
    case .boolean: words = ["no", "yes"]
    case .number: break
    }
  }

  /// A channel of numbers alone, for one row.
  init(constant channel: Channel) {
    switch channel {
    case .number(let value): numbers = [value]
    case .pair(.number(let low), .number(let other)): (numbers, high) = ([low], [other])
    default: numbers = [.nan]
    }
  }

  /// What a row has, as text; `nil` where it is missing.
  func label(_ row: Int) -> String? {
    let value = numbers[row]
    if value.isNaN { return nil }
    guard let words else { return JSONValue.spelling(of: value) }
    return words.indices.contains(Int(value)) ? words[Int(value)] : nil
  }

  /// The values and, in pairs, their other ends.
  func ends(_ row: Int) -> [Double] { [numbers[row]] + high.map { $0[row] }.asList }

  /// The labels of some rows, each once: words in the order of the vocabulary, numbers rising.
  func labels(of rows: [Int]) -> [String] {
    let present = Set(rows.lazy.map { numbers[$0] }.filter { !$0.isNaN })
    return present.sorted().compactMap { value in
      guard let words else { return JSONValue.spelling(of: value) }
      return words.indices.contains(Int(value)) ? words[Int(value)] : nil
    }
  }
}
