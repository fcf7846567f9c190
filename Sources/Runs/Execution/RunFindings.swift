import Plans
import Records
import Tables

/// What is held of the tables of a run to be told of.
struct RunFindings {
  /// The tables; of large ones the columns that are read.
  let tables: TableSet
  /// How the fits turned out, if there are some.
  let fits: FitOverview?

  init(tables: TableSet, fits: FitOverview?) {
    (self.tables, self.fits) = (tables, fits)
  }

  /// Reads the tables that a run on disk keeps, and adds what expectations may look up in the
  /// catalogues.
  ///
  /// - Throws: ``FileError`` if a file cannot be read or has changed.
  init(of run: StoredRun, _ plan: Plan) throws(FileError) {
    let flow = TableFlow(plan)
    var (tables, overview) = (TableSet(), FitOverview?.none)
    for schema in plan.schemas.all {
      guard let stored = run.storedTable(schema.name, knowing: schema) else { continue }
      var held = flow.held(schema)
      var fits = FitOverview(schema)
      try stored.forEachPart { rows in
        held.append(rows)
        fits?.take(rows)
      }
      if fits?.needsAnotherLook == true {
        fits?.lookAgain()
        try stored.forEachPart { fits?.takeAgain($0) }
      }
      overview = fits ?? overview
      tables.add([held.table])
    }
    tables.add(plan.catalogues.filter { tables[$0.name] == nil })
    (self.tables, self.fits) = (tables, overview)
  }
}
