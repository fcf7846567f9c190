package import Support
package import Tables

/// The best row per group, how far rows nearly as good reach, and how sharp the best is.
///
/// For each axis of the grid the table says from where to where rows are `within` the tolerance of
/// the best, and the curvature of the criterion along the axis at the best row: its second
/// derivative from the two neighbouring cells, missing at the edge of the grid. It says too where
/// the best lies at an end of an axis, with how many others it ties, and into how many pieces what
/// is nearly as good falls.
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
    /// The axes of the table that have ends.
    let axes: [String]
    let atBound: Column<String>
    let ties: Column<Int>
    let along: [AxisColumns]
    /// What is said of the rows within the tolerance: how many, and in how many pieces.
    let within: (rows: Column<Int>, pieces: Column<Int>)?

    init(_ step: SelectStep, _ table: TableSchema) {
      let keys = step.grouping.columns(of: table)
      let names = keys.map(\.name)
      draft = TableDraft(
        step.name.value, axes: table.axes.filter(names.contains), constants: table.constants)
      groups = draft.block(keys, as: .key)
      rest = draft.block(table.columns.filter { !names.contains($0.name) })
      let goal = step.isMaximum ? "largest" : "smallest"
      best = draft.real("best", "\(goal) value of \(step.criterion.canonicalText)")
      axes = GridPlaces.axes(of: table)
      atBound = draft.word(
        "at_bound", among: GridPlaces.words(of: axes), "the ends of axes that the best lies at")
      ties = draft.integer("ties", "other rows that are as good but for rounding")
      var along: [AxisColumns] = []
      for axis in table.axes.compactMap({ table[$0] }) {
        along.append(AxisColumns(axis, within: step.tolerance, &draft))
      }
      self.along = along
      within =
        step.tolerance == nil
        ? nil
        : (
          draft.integer("rows_within", "rows within the tolerance of the best"),
          draft.integer("pieces", "pieces of the grid into which these rows fall")
        )
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

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let table = tables[input.value] else { return [] }
    let scores = criterion.numbers(over: table, tables)
    let complete = CompleteRows(
      among: condition.rows(of: table, tables), of: [(criterion.canonicalText, scores)])
    let grouped = grouping.groups(of: table, tables, among: complete.rows, context)
    let groups = grouped.groups
    let places = GridPlaces(of: table)
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
        row[made.atBound] = GridPlaces.word(
          places.sides(of: best, among: members), of: made.axes)
        row[made.ties] = members.count { $0 != best && isTie(scores[$0], scores[best]) }
        for columns in made.along {
          let positions = table.values(columns.axis)
          row[columns.curvature] = curvature(at: best, along: columns.axis, members, scores, table)
          guard let range = columns.range else { continue }
          row[range.from] = close.map { positions[$0] }.min()
          row[range.through] = close.map { positions[$0] }.max()
        }
        if let within = made.within {
          row[within.rows] = close.count
          row[within.pieces] = places.pieces(of: close, among: members)
        }
      }
    }
    let empty = groups.rows.count(where: \.isEmpty)
    let unchosen =
      empty == 0
      ? []
      : [
        "\(name.value): \(empty.grouped) of \(groups.rows.count.grouped) groups have no row to "
          + "choose from"
      ]
    return StepResult(
      [draft.table],
      shares: [complete.share], notes: grouped.notes(of: name.value) + unchosen)
  }

  package var headlines: [String] {
    let names = criterion.names
    return (criterion.canonicalText == names.first ? names : names + ["best"])
      + ["at_bound", "bound"]
  }

  package func warnings(about made: [Table]) -> [String] {
    guard let table = made.first else { return [] }
    let rows = 0..<table.rowCount
    let ends = rows.map { table.text(row: $0, of: "at_bound") }.filter { !$0.isEmpty }
    let tied = table.values("ties").count { $0 > 0 }
    let split = tolerance == nil ? nil : table.values("pieces").count { $0 > 1 }
    func sentence(_ count: Int?, _ text: String) -> [String] {
      guard let count, count > 0 else { return [] }
      return ["\(name.value): \(count.grouped) of \(table.rowCount.grouped) best rows \(text)"]
    }
    return sentence(
      ends.count,
      "lie at an end of an axis (\(ends.distinct.prefix(3).joined(separator: "; "))): the grid "
        + "decides them, not the data")
      + sentence(tied, "have others that are as good but for rounding: one of them is given")
      + sentence(
        split,
        "have several pieces within the tolerance, so that between _from and _through lie "
          + "worse rows")
  }

  /// How far two values may lie apart that differ by rounding errors only, as a fraction.
  private static let rounding = 1e-12

  private func isTie(_ score: Double, _ best: Double) -> Bool {
    (score - best).magnitude <= Self.rounding * best.magnitude
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
