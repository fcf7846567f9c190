import Specs
import Steps
import Support
import Tables

/// Which columns of the tables that are made cell by cell are read when all cells are there.
struct ReadColumns {
  private let plan: Plan
  /// The names of the columns by table; `nil` for all of one.
  private var names: [String: Set<String>?] = [:]

  init(_ flow: TableFlow) {
    plan = flow.plan
    for (_, step) in flow.steps(byCell: false) { read(by: step) }
    for (_, step) in flow.steps(byCell: true) { readForSummary(step) }
    for expectation in plan.spec.expectations {
      let table = expectation.table.value
      read(expectation.column.map { [$0.value] }, of: table)
      if let condition = expectation.condition { read([condition], over: table) }
    }
    guard let answer = plan.spec.answer else { return }
    for schema in plan.schemas.all {
      let columns = answer.columns(of: schema)
      if !columns.isEmpty { read(columns + schema.keys, of: schema.name) }
    }
  }

  /// The columns of a table; `nil` if all are read.
  func of(_ table: String) -> Set<String>? { names[table, default: []] }

  private mutating func readAll(of table: String) {
    names.updateValue(nil, forKey: table)
  }

  private mutating func read(_ columns: [String]?, of table: String) {
    guard let known = of(table) else { return }
    names[table] = known.union(columns.asList.joined())
  }

  /// What expressions over a table look at, there and in other tables.
  private mutating func read(_ expressions: [Expression], over table: String) {
    guard let schema = plan.schemas[table] else { return }
    let (own, others) = expressions.flatMap(\.names).partitioned { schema[$0] != nil }
    read(own, of: table)
    // Rows of others are found by the keys.
    if !others.isEmpty { read(schema.keys, of: table) }
    for other in expressions.flatMap(\.tableNames) { readAll(of: other) }
  }

  /// What a step reads that is done at the end.
  private mutating func read(by step: any Step) {
    let input = step.input.value
    guard let schema = plan.schemas[input], let columns = step.columns(of: schema) else {
      return readAll(of: input)
    }
    read(columns + schema.keys, of: input)
    read(step.expressions, over: input)
    // Which cells lost all their rows is told by the table before.
    var source = input
    while let maker = plan.spec.analyses.first(where: { $0.name.value == source }),
      let before = plan.schemas[maker.input.value], maker.keepsCells(of: before)
    {
      source = before.name
      read(before.axes, of: source)
    }
  }

  /// What the summary of a run and the warnings of a step read: tables that are smaller than the
  /// one they are made of are held whole.
  private mutating func readForSummary(_ step: any Step) {
    guard let input = plan.schemas[step.input.value] else { return }
    for table in plan.tables(of: step) where !input.keys.allSatisfy(table.keys.contains) {
      readAll(of: table.name)
    }
  }
}

extension [String] {
  /// Those that meet a condition, and the others.
  fileprivate func partitioned(_ isMet: (String) -> Bool) -> ([String], [String]) {
    (filter(isMet), filter { !isMet($0) })
  }
}
