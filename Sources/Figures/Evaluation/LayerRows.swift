import Support
import Tables

/// A layer with the rows of its table and what each channel says of them.
struct LayerRows {
  let spec: LayerSpec
  /// `nil` for a layer of numbers alone, which has one row.
  let table: Table?
  /// The rows that meet the conditions, in the order of the table or of `order`.
  var rows: [Int]
  let x: ChannelValues?
  let y: ChannelValues?
  let xError: ChannelValues?
  let yError: ChannelValues?
  let colour: ChannelValues?
  let symbol: ChannelValues?
  let order: [Double]?
  let texts: ChannelValues?
  /// Which rows lie on a bound; shape `[rows]`, or none where nothing is known.
  let isDoubtful: [Bool]

  /// - Throws: `FigureFault` where the table is not there.
  init(_ spec: LayerSpec, _ tables: TableSet) throws(FigureFault) {
    self.spec = spec
    guard !spec.isConstant else {
      table = nil
      rows = [0]
      x = spec.x.map { ChannelValues(constant: $0.value) }
      y = spec.y.map { ChannelValues(constant: $0.value) }
      xError = spec.xError.map { ChannelValues(constant: $0.value) }
      yError = spec.yError.map { ChannelValues(constant: $0.value) }
      (colour, symbol, order, texts, isDoubtful) = (nil, nil, nil, nil, [])
      return
    }
    guard let name = spec.table?.value, let table = tables[name] else {
      throw FigureFault(
        spec.table.map { "table '\($0.value)' is not there" } ?? "no table is named")
    }
    func values(_ channel: Located<Channel>?) -> ChannelValues? {
      channel.map { ChannelValues($0.value, over: table, tables) }
    }
    func values(_ expression: Located<Expression>?) -> ChannelValues? {
      expression.map { ChannelValues($0.value, over: table, tables) }
    }
    self.table = table
    let names = TableNames(table.schema, tables.schemas)
    let conditions =
      spec.outer.filter { $0.names.allSatisfy { names.kind(of: $0) != nil } }
      + spec.condition.asList
    var kept = [Bool](repeating: true, count: table.rowCount)
    for condition in conditions {
      for (row, isMet) in condition.truths(over: table, tables).enumerated() where !isMet {
        kept[row] = false
      }
    }
    rows = kept.indices.filter { kept[$0] }
    x = values(spec.x)
    y = values(spec.y)
    xError = values(spec.xError)
    yError = values(spec.yError)
    colour = values(spec.colour)
    symbol = values(spec.symbol.flatMap { $0.value.names.isEmpty ? nil : $0 })
    texts = values(spec.text)
    order = spec.order.flatMap { expression in
      expression.names.allSatisfy { names.kind(of: $0) != nil }
        ? ChannelValues(expression, over: table, tables).numbers : nil
    }
    isDoubtful = spec.showsRows ? Doubt.rows(of: table, tables) : []
  }

  /// The same with another y and no x.
  init(_ other: LayerRows, y: ChannelValues) {
    spec = other.spec
    table = other.table
    rows = other.rows
    x = nil
    self.y = y
    (xError, yError, colour, symbol, order, texts) = (nil, nil, nil, nil, nil, nil)
    isDoubtful = other.isDoubtful
  }

  func isHollow(_ row: Int) -> Bool { isDoubtful.isEmpty ? false : isDoubtful[row] }

  /// The same with some of the rows.
  func keeping(_ rows: [Int]) -> LayerRows {
    var result = self
    result.rows = rows
    return result
  }

  /// The two ends of an error bar; `nil` without one.
  func ends(_ error: ChannelValues?, around values: ChannelValues, _ row: Int)
    -> ClosedRange<Double>?
  {
    guard let error else { return nil }
    let value = values.numbers[row]
    if let high = error.high {
      let (low, high) = (error.numbers[row], high[row])
      guard low.isFinite || high.isFinite, value.isFinite else { return nil }
      let (from, to) = (low.isFinite ? low : value, high.isFinite ? high : value)
      return min(from, to)...max(from, to)
    }
    let half = error.numbers[row].magnitude
    return half.isFinite && value.isFinite ? (value - half)...(value + half) : nil
  }
}

extension LayerSpec {
  /// Whether it draws the same whatever the tables hold.
  var isConstant: Bool {
    let channels = [x, y, xError, yError].compactMap { $0?.value }
    if function != nil { return true }
    if mark?.value == .rule, summary == nil, colour == nil {
      // A rule stands where a number is given; what it inherits beside it does not count.
      return channels.contains { $0.isConstant }
    }
    return channels.allSatisfy(\.isConstant) && colour == nil && symbol?.value.names.isEmpty ?? true
      && summary == nil
      && text == nil && mark?.value != .bar && !channels.isEmpty
  }

  /// Whether it is a line through all of its rows, of which some may lie on a bound.
  var isDistribution: Bool {
    mark?.value == .line && (summary?.value == .share || summary?.value == .density)
  }

  /// Whether its marks are rows, which may lie on a bound.
  var showsRows: Bool {
    mark?.value == .point && (summary == nil || summary?.value == .best)
      || mark?.value == .bar || mark?.value == .text || isDistribution
  }
}
