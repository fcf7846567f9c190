import Support

/// One column of the program as a text table gives it.
struct MappedFields {
  let own: KnownColumn
  /// A field for every row of the file.
  let fields: [FieldTable.Field]
  /// The unit of its numbers; `nil` for that of the program.
  private(set) var unit: DeclaredUnit?
  /// Where the file names it, or where its rows begin.
  let span: Range<Int>
  /// The columns of the file that it comes from.
  let positions: [Int]
  /// Whether its numbers are the program's own, and not spelled by the file.
  let isComputed: Bool

  /// A column that the file calls as the program does.
  static func named(
    _ position: Int, _ own: KnownColumn, of text: TextTable, _ mapping: TableMapping
  ) -> MappedFields {
    MappedFields(
      own: own, fields: text.rows.map { $0[position] },
      unit: text.columns[position].unit ?? usual(own, of: text, mapping),
      span: text.columns[position].span, positions: [position], isComputed: false)
  }

  /// A column as an entry of a mapping has it.
  ///
  /// - Returns: `nil` if the mistakes have the reason, or the name of the file says it.
  static func mapped(
    _ column: MappedColumn, _ own: KnownColumn, of text: TextTable, _ mapping: TableMapping,
    _ mistakes: Mistakes
  ) -> MappedFields? {
    switch column.source {
    case .position(let number):
      guard text.columns.indices.contains(number - 1) else {
        mistakes.add(
          "the file has \(text.columns.count.counted("column", "columns")), and "
            + "'\(column.name)' is to be column \(number)", at: column.place)
        return nil
      }
      return labelled(number - 1, column, own, of: text, mapping, mistakes)
    case .text(let label):
      return text.position(of: label).map {
        labelled($0, column, own, of: text, mapping, mistakes)
      } ?? computed(label, column, own, of: text, mapping, mistakes)
    case .constant(let value): return constant("\(value)", own, of: text)
    case .word(let word): return constant(word, own, of: text)
    case .fileName: return nil
    }
  }

  private static func labelled(
    _ position: Int, _ column: MappedColumn, _ own: KnownColumn, of text: TextTable,
    _ mapping: TableMapping, _ mistakes: Mistakes
  ) -> MappedFields? {
    var found = named(position, own, of: text, mapping)
    guard let given = column.unit else { return found }
    let declared = text.columns[position].unit
    let wanted = DeclaredUnit(given, at: text.columns[position].span)
    if let one = wanted.unit, let other = declared?.unit, let declared,
      one != other
    {
      mistakes.add(
        "'\(column.name)' is to be in '\(given)', and the file has it in '\(declared.text)'",
        at: column.place, help: "leave \"unit\" out to believe the file")
      return nil
    }
    found.unit = wanted
    return found
  }

  private static func computed(
    _ content: String, _ column: MappedColumn, _ own: KnownColumn, of text: TextTable,
    _ mapping: TableMapping, _ mistakes: Mistakes
  ) -> MappedFields? {
    guard let expression = expression(content, column.place, text, mistakes),
      let values = LabelTable(text, mapping.form, adding: []).numbers(expression, mistakes)
    else { return nil }
    let unit =
      column.unit.map { DeclaredUnit($0, at: text.header) } ?? usual(own, of: text, mapping)
    let positions = expression.names.compactMap { text.position(of: $0) }
    let wanted = own.unit.flatMap { UnitParser.unit($0) }
    let other = positions.first { position in
      let declared = text.columns[position].unit
      return declared != nil && declared?.unit != wanted
    }
    if unit == nil, wanted != nil, let other, let declared = text.columns[other].unit {
      mistakes.add(
        "'\(text.columns[other].label.text)' is in '\(declared.text)': say what unit "
          + "'\(column.name)' then has", at: column.place,
        help: "write it beside \"from\": \"unit\": \"\(declared.text)\"")
      return nil
    }
    return MappedFields(
      own: own,
      fields: zip(values, text.rows).map { value, row in
        FieldTable.Field(text: value.isNaN ? "" : "\(value)", span: span(of: row, text))
      },
      unit: unit, span: text.header, positions: positions, isComputed: true)
  }

  private static func constant(
    _ constant: String, _ own: KnownColumn, of text: TextTable
  ) -> MappedFields {
    MappedFields(
      own: own,
      fields: text.rows.map { FieldTable.Field(text: constant, span: span(of: $0, text)) },
      unit: nil, span: text.header, positions: [], isComputed: true)
  }

  /// The unit that a mapping gives where nothing else does.
  private static func usual(
    _ own: KnownColumn, of text: TextTable, _ mapping: TableMapping
  ) -> DeclaredUnit? {
    mapping.units.first { $0.name == own.name }.map { DeclaredUnit($0.unit, at: text.header) }
  }

  /// Its numbers as they stand in the file; NaN for what is none.
  func numbers(_ text: TextTable, _ form: TextTableForm) -> [Double] {
    let number = WrittenNumber(hasDecimalComma: form.hasDecimalComma && !isComputed)
    let wanted = own.unit.flatMap { UnitParser.unit($0) }
    let conversion = wanted.flatMap { unit?.unit?.conversion(to: $0) }
    return fields.map { field in
      guard let value = number.value(of: field) else { return .nan }
      return conversion.map { $0(value) } ?? value
    }
  }

  private static func span(of row: [FieldTable.Field], _ text: TextTable) -> Range<Int> {
    guard let first = row.first, let last = row.last else { return text.header }
    return first.span.lowerBound..<max(first.span.upperBound, last.span.upperBound)
  }

  /// Reads what is no label as an expression of labels.
  private static func expression(
    _ content: String, _ place: Place?, _ text: TextTable, _ mistakes: Mistakes
  ) -> Expression? {
    let report = InputReport()
    let node = JSONNode(.string(content), at: place ?? .nowhere)
    let expression = Expression(parsing: node, report)
    let labels = text.columns.map(\.label.text).filter { !$0.isEmpty }
    if let expression, expression.names.allSatisfy({ text.position(of: $0) != nil }) {
      return expression
    }
    let isName = expression.map { if case .name = $0.root.kind { true } else { false } } ?? true
    if isName {
      mistakes.add(
        "the file has no column '\(content)'", at: place,
        help: labels.isEmpty
          ? "its columns have no names: give the number of one" : labels.advice(for: content))
    } else if let expression {
      LabelTable(text, TextTableForm(), adding: []).check(expression, mistakes)
    }
    return nil
  }
}
