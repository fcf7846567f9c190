import Tables

/// Where the fits of one side of a comparison lie: the columns that say so.
struct ComparisonBounds {
  private let bound: Column<Int>
  private let limit: Column<String>?
  private let limits: ModelLimits?

  /// Declares the columns; `nil` for a table that does not tell bounds.
  ///
  /// - Parameters:
  ///   - side: What the names of the columns end in.
  ///   - model: The name of the model.
  ///   - table: The fits.
  ///   - facts: What is known of models.
  ///   - draft: Receives the columns.
  init?(
    _ side: String, of model: String, in table: TableSchema, _ facts: FitFacts,
    _ draft: inout TableDraft
  ) {
    guard case .word(let words)? = table["bound"]?.kind else { return nil }
    bound = draft.item("bound_\(side)", of: words, "the bounds that the fit of \(model) lies on")
    limits = ModelLimits(of: model, facts)
    limit = limits.map {
      draft.word(
        "limit_\(side)", among: $0.vocabulary,
        "the law that \(model) becomes at its bound, or the baryons alone")
    }
  }

  /// What is known of each fit of a table; shape `[rows]`.
  struct Values {
    let bounds: [Int?]
    let limits: [String?]
  }

  func values(in table: Table) -> Values {
    Values(
      bounds: table.items("bound"),
      limits: limits?.words(of: table) ?? [String?](repeating: nil, count: table.rowCount))
  }

  /// Writes what is known of a fit.
  func write(_ values: Values, at fit: Int, into row: inout DraftRow) {
    row[bound] = values.bounds[fit]
    if let limit { row[limit] = values.limits[fit] }
  }
}
