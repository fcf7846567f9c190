import Records
import Support
import Tables

/// The way from two sides to their diff.
package struct RunComparison {
  private let old: DiffSide
  private let new: DiffSide
  private let request: DiffRequest
  private let jobs: Int
  private let curves: @Sendable () -> CurveMoves?

  /// - Parameters:
  ///   - old: The older side, from which changes are counted.
  ///   - new: The newer side.
  ///   - request: What to look at.
  ///   - jobs: How many workers read and compare tables.
  ///   - curves: The curves of the fits, asked for once if fits moved; `nil` if they are not at
  ///     hand.
  package init(
    _ old: DiffSide, _ new: DiffSide, _ request: DiffRequest, jobs: Int,
    curves: @escaping @Sendable () -> CurveMoves?
  ) {
    (self.old, self.new, self.request, self.jobs) = (old, new, request, jobs)
    self.curves = curves
  }

  /// Compares the sides.
  ///
  /// - Throws: `InputRejected` if the request does not fit the tables of the sides, ``FileError``
  ///   if a table cannot be read.
  package func result() throws -> RunDiff {
    let before = try entries(of: old)
    let after = try entries(of: new)
    let names = before.map(\.name)
    let pairs = before.compactMap { old in
      after.first { $0.name == old.name }.map { (old: old, new: $0) }
    }
    let shared = pairs.map(\.old.name)
    let hasResults = old.hasResults && new.hasResults
    let (tables, passedOver) = hasResults ? try compare(pairs) : ([], [])
    return RunDiff(
      old: old, new: new, spec: SpecDiff(old.spec, new.spec),
      inputs: old.inputs.flatMap { old in new.inputs.map { InputsDiff(old, $0) } },
      sample: old.sample.flatMap { old in new.sample.map { SampleDiff(old, $0) } },
      tables: hasResults ? tables : nil,
      tablesLost: hasResults ? names.filter { !shared.contains($0) } : [],
      tablesGained: hasResults ? after.map(\.name).filter { !shared.contains($0) } : [],
      tolerance: request.tolerance, isConditional: request.condition != nil,
      tablesPassedOver: passedOver)
  }

  /// The tables of a side, or the one that was asked for; none of a spec without a run.
  private func entries(of side: DiffSide) throws -> [PinnedTable] {
    guard let all = side.tables else { return [] }
    guard let wanted = request.table else { return all }
    guard let entry = all.first(where: { $0.name == wanted }) else {
      throw InputRejected(
        "'\(side.label)' has no table '\(wanted)'", help: all.map(\.name).advice(for: wanted))
    }
    return [entry]
  }

  /// Compares the tables that both sides have; those that a condition leaves out come second.
  private func compare(
    _ pairs: [(old: PinnedTable, new: PinnedTable)]
  ) throws -> ([TableDiff], passedOver: [String]) {
    guard let before = old.run, let after = new.run else {
      for (option, isGiven) in [
        ("'--where' needs", request.condition != nil),
        ("a tolerance needs", request.tolerance != .none),
      ] where isGiven {
        throw InputRejected(
          "\(option) the rows of both sides, and a manifest or a lock has none",
          help: "give the folders of the runs")
      }
      return (pairs.map { digests($0.old, $0.new) }, [])
    }
    let names = pairs.map(\.old.name)
    let condition = try request.condition.map {
      try RowCondition($0, on: names, old: before, new: after)
    }
    let chosen = condition.map { condition in names.filter(condition.tables.contains) } ?? names
    let open = chosen.filter {
      before.manifest.table($0)?.sha256 != after.manifest.table($0)?.sha256
    }
    let moved = try open.map { try movedRows(of: $0, before, after, condition) }
    // Each table of each side is read on its own, so that one large table is read on two threads.
    let read = map(2 * open.count) { index in
      Result { () throws -> Table? in
        if let moved = moved[index / 2] { return index % 2 == 0 ? moved.old : moved.new }
        return try (index % 2 == 0 ? before : after).table(open[index / 2])
      }
    }
    let tables = try read.map { try $0.get() }
    let compared = map(open.count) { index -> TableDiff.Content? in
      guard let old = tables[2 * index], let new = tables[2 * index + 1] else { return nil }
      return rows(old, new, besides: moved[index]?.others ?? .none, condition)
    }
    let diffs = pairs.filter { chosen.contains($0.old.name) }.map { pair in
      let content = open.firstIndex(of: pair.old.name).flatMap { compared[$0] }
      return diff(pair.old, pair.new, content ?? .equal)
    }
    if let condition, diffs.allSatisfy(\.hasNoRows) {
      // Nothing was compared: for want of such rows, or because the condition is mistaken?
      let rest = try chosen.filter { !open.contains($0) }.compactMap { try after.table($0) }
      try condition.check(tables.compactMap(\.self) + rest)
    }
    return (diffs, names.filter { !chosen.contains($0) })
  }

  /// The rows of a large table that are not the same on both sides; `nil` where it is read whole.
  private func movedRows(
    of table: String, _ before: StoredRun, _ after: StoredRun, _ condition: RowCondition?
  ) throws -> MovedRows? {
    guard let old = before.manifest.table(table), let new = after.manifest.table(table),
      let first = before.storedTable(table), let second = after.storedTable(table)
    else { return nil }
    return try MovedRows(
      first, second, rows: (old: old.rows, new: new.rows), condition, jobs: jobs,
      from: request.large)
  }

  private func rows(
    _ before: Table, _ after: Table, besides others: UnmovedRows, _ condition: RowCondition?
  ) -> TableDiff.Content {
    guard var joined = JoinedRows(before, after) else {
      return .keyedDifferently(old: before.schema.keys, new: after.schema.keys)
    }
    if let condition {
      joined = joined.keeping(condition.isMet(by: before), condition.isMet(by: after))
    }
    var comparison = TableComparison(
      before, after, joined, besides: others, tolerance: request.tolerance, top: request.top)
    var result = comparison.result()
    if before.name == TableName.fits, result.moved > 0, let curves = curves() {
      result.degenerate = comparison.list(curves.unmoved(by: comparison))
    }
    return .rows(result)
  }

  private func diff(
    _ old: PinnedTable, _ new: PinnedTable, _ content: TableDiff.Content
  ) -> TableDiff {
    TableDiff(
      name: old.name, oldRows: old.rows, newRows: new.rows,
      declarations: DeclarationDiff.between(old, new), content: content)
  }

  /// Compares what is known of two tables without their rows.
  private func digests(_ old: PinnedTable, _ new: PinnedTable) -> TableDiff {
    let content: TableDiff.Content
    if case .columns(let before) = old.content, case .columns(let after) = new.content {
      let columns = DigestDiff.between(before, after)
      content = columns.isEmpty && old.rows == new.rows ? .equal : .digests(columns)
    } else {
      content = old.digest == new.digest ? .equal : .whole
    }
    return diff(old, new, content)
  }

  /// Maps positions on all workers; nothing stops them.
  private func map<Value: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Value
  ) -> [Value] {
    Scheduler.map(count, jobs: jobs, transform)
  }
}
