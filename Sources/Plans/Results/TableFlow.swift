import Specs
package import Steps
import Support
package import Tables

/// Which tables of a run are made cell by cell, and how.
///
/// The tables of units, and those of steps that need no other cell, are made for some cells after
/// the other, so that they need never be there as a whole. All others are made at the end, of what
/// is held of these.
package struct TableFlow: Sendable {
  package let plan: Plan
  /// What is known before any unit is computed.
  let known: TableSet
  let information: InformationTable?
  let context: StepContext
  /// Whether each step is done for some cells after the other; shape `[steps]`.
  private let isByCell: [Bool]
  /// The names of the tables that are made cell by cell.
  package let namesByCell: Set<String>

  package init(_ plan: Plan) {
    self.plan = plan
    let spec = plan.spec
    var results = RunResults(TableSet(plan.catalogues + plan.tablesOfCuts))
    plan.addComponents(to: &results)
    known = results.tables
    information = InformationTable(spec, plan.sample, plan.spaces)
    context = StepContext(
      computations: plan.allComputations, steps: spec.analyses, needed: plan.neededTables,
      methods: Dictionary(uniqueKeysWithValues: spec.methods.map { ($0.family, $0.version) }),
      companions: (information?.companion).asList, curves: plan.curvesForSteps)
    var names = Set(plan.computations.flatMap { [$0.schema.name] + $0.furtherSchemas.map(\.name) })
    if information != nil { names.insert(TableName.information) }
    let known = known
    isByCell = spec.analyses.map { step in
      let input = step.input.value
      guard names.contains(input), let schema = plan.schemas[input],
        step.worksByCell(on: schema),
        step.mentionedTables.allSatisfy({ names.contains($0) || known[$0] != nil })
      else { return false }
      names.formUnion(plan.tables(of: step).map(\.name))
      return true
    }
    namesByCell = names
  }

  /// The steps that are done for some cells after the other, or the others, with their places.
  func steps(byCell: Bool) -> [(place: Int, step: any Step)] {
    plan.spec.analyses.enumerated().filter { isByCell[$0.offset] == byCell }.map {
      ($0.offset, $0.element)
    }
  }

  /// Begins to hold a table of a run that is there: of a large one what is read of it.
  package func held(_ schema: TableSchema) -> HeldTable {
    let isByCell = namesByCell.contains(schema.name)
    return HeldTable(
      schema, reading: isByCell ? ReadColumns(self).of(schema.name) : nil,
      most: ResultCollection.mostHeld)
  }

  /// Makes the rows of some cells.
  ///
  /// - Parameters:
  ///   - cells: Which ones.
  ///   - records: The records of their units, for each computation.
  /// - Returns: These rows of every table that is made cell by cell.
  package func rows(of cells: Range<Int>, from records: [RecordSlice]) -> CellRows {
    var rows = CellRows()
    for (computation, records) in zip(plan.computations, records) {
      let tables =
        [computation.table(from: records, of: cells)]
        + computation.furtherTables(from: records, of: cells)
      rows.tables += tables
      rows.tallies.append(computation.tally(tables, from: records, of: cells))
    }
    let fits = rows.tables.first { $0.name == TableName.fits }
    if let information, let made = fits.map(information.table) {
      rows.tables.append(made)
      rows.information = InformationTable.tally(made)
    }
    var tables = TableSet(known.all + rows.tables)
    for (place, step) in steps(byCell: true) {
      let made = step.run(on: tables, context)
      tables.add(made.tables)
      rows.tables += made.tables
      rows.notes[place] = made.notes
    }
    return rows
  }
}
