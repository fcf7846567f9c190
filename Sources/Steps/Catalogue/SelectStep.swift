package import Support
package import Tables

/// The best row per group, how far rows nearly as good reach, and how sharp the best is.
///
/// For each axis of the grid the table says from where to where rows are `within` the tolerance of
/// the best, and the curvature of the criterion along the axis at the best row: its second
/// derivative from the two neighbouring cells, missing at the edge of the grid.
package struct SelectStep: Step {
  package static let key = "select"
  package static let summary = "the best row per group, the range nearly as good, the curvature"
  package static let settings: [ObjectKey<Self>] = [
    table, maximum, minimum,
    .value("where", \.condition, .expression, "the condition a row must meet to be chosen"),
    .optional(
      "within", \.tolerance, .notNegative("the tolerance cannot be negative"),
      "rows this close to the best count as nearly as good"),
    Grouping.by.within(\.grouping),
  ]
  private static let table: ObjectKey<Self> = .table("the table to choose from")
  private static let maximum: ObjectKey<Self> = .optional(
    "maximum", \.maximum, .expression, "what is to be as large as possible")
  private static let minimum: ObjectKey<Self> = .optional(
    "minimum", \.minimum, .expression, "what is to be as small as possible")

  package var name = Located("")
  package var input = Located("")
  private var maximum: Expression?
  private var minimum: Expression?
  private var condition = Expression.always
  private var tolerance: Double?
  private var grouping = Grouping(per: .columns([]))

  package init() {}

  package func check(_ given: GivenKeys<Self>, _ report: InputReport) {
    guard given.has(Self.maximum) == given.has(Self.minimum) else { return }
    report.error(
      "a selection needs 'maximum' or 'minimum', and not both",
      at: given.place(of: given.has(Self.minimum) ? Self.minimum : Self.table))
  }

  private var isMaximum: Bool { maximum != nil }

  private var criterion: Expression { maximum ?? minimum ?? .always }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report), (maximum ?? minimum) != nil else { return [] }
    criterion.check(over: table, schemas, expecting: .number, report)
    condition.check(over: table, schemas, expecting: .boolean, report)
    grouping.check(table, schemas, report)
    return [Made(self, table).draft.schema]
  }

  /// The columns of the table.
  private struct Made {
    private(set) var draft: TableDraft
    let groups: ColumnBlock
    /// The other columns of the table that is read.
    let rest: ColumnBlock
    let best: Column<Double>
    let along: [AxisColumns]
    let rowsWithin: Column<Int>?

    init(_ step: SelectStep, _ table: TableSchema) {
      let keys = step.grouping.columns(of: table)
      let names = keys.map(\.name)
      draft = TableDraft(
        step.name.value, axes: table.axes.filter(names.contains), constants: table.constants)
      groups = draft.block(keys, as: .key)
      rest = draft.block(table.columns.filter { !names.contains($0.name) })
      let goal = step.isMaximum ? "largest" : "smallest"
      best = draft.real("best", "\(goal) value of \(step.criterion.canonicalText)")
      var along: [AxisColumns] = []
      for axis in table.axes.compactMap({ table[$0] }) {
        along.append(AxisColumns(axis, within: step.tolerance, &draft))
      }
      self.along = along
      rowsWithin =
        step.tolerance == nil
        ? nil : draft.integer("rows_within", "rows within the tolerance of the best")
    }
  }

  /// What is said of one axis.
  private struct AxisColumns {
    let axis: String
    let curvature: Column<Double>
    /// The ends of the range that is nearly as good.
    let range: (from: Column<Double>, through: Column<Double>)?

    init(_ axis: ColumnSchema, within tolerance: Double?, _ draft: inout TableDraft) {
      self.axis = axis.name
      curvature = draft.real(
        "curvature_\(axis.name)", "second derivative of the criterion at the best")
      guard let tolerance else {
        range = nil
        return
      }
      let text = "where the criterion is within \(tolerance) of the best"
      range = (
        draft.real("\(axis.name)_from", unit: axis.unit, "lowest \(axis.name) \(text)"),
        draft.real("\(axis.name)_through", unit: axis.unit, "highest \(axis.name) \(text)")
      )
    }
  }

  package func run(on tables: TableSet, _ context: StepContext) -> [Table] {
    guard let table = tables[input.value] else { return [] }
    let scores = criterion.numbers(over: table, tables)
    let eligible = condition.rows(of: table, tables).filter { !scores[$0].isNaN }
    let groups = grouping.groups(of: table, tables, among: eligible)
    let made = Made(self, table.schema)
    let rest = made.rest.values(in: table)
    var draft = made.draft
    for (key, members) in zip(groups.keys, groups.rows) where !members.isEmpty {
      let best = bestRow(members, scores)
      let close = members.filter { (scores[$0] - scores[best]).magnitude <= tolerance ?? 0 }
      draft.row { row in
        row.set(made.groups, to: key)
        row.set(made.rest, to: rest, at: best)
        row[made.best] = scores[best]
        for columns in made.along {
          let positions = table.values(columns.axis)
          row[columns.curvature] = curvature(at: best, along: columns.axis, members, scores, table)
          guard let range = columns.range else { continue }
          row[range.from] = close.map { positions[$0] }.min()
          row[range.through] = close.map { positions[$0] }.max()
        }
        if let rowsWithin = made.rowsWithin { row[rowsWithin] = close.count }
      }
    }
    return [draft.table]
  }

  /// The first of the best rows.
  private func bestRow(_ rows: [Int], _ scores: [Double]) -> Int {
    rows.dropFirst().reduce(rows[0]) { best, row in
      (isMaximum ? scores[row] > scores[best] : scores[row] < scores[best]) ? row : best
    }
  }

  /// The second derivative from the nearest rows on both sides that differ along one axis only.
  private func curvature(
    at best: Int, along axis: String, _ rows: [Int], _ scores: [Double], _ table: Table
  ) -> Double {
    let position = table.values(axis)
    let others = table.schema.keys.filter { $0 != axis }.compactMap { table[$0] }
    let line = rows.filter { row in others.allSatisfy { $0[row] == $0[best] } }
    let below = line.filter { position[$0] < position[best] }.max { position[$0] < position[$1] }
    let above = line.filter { position[$0] > position[best] }.min { position[$0] < position[$1] }
    guard let below, let above else { return .nan }
    let left = position[best] - position[below]
    let right = position[above] - position[best]
    let slopes =
      (scores[above] - scores[best]) / right - (scores[best] - scores[below]) / left
    return 2 * slopes / (left + right)
  }
}
