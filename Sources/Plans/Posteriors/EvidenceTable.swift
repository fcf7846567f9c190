import Posteriors
import Specs
import Steps
import Tables

/// The `evidences` table: a row for each unit, with how far its posterior may be trusted.
struct EvidenceTable {
  private var draft: TableDraft
  private let keys: PosteriorRows.Columns
  private let status: Column<PosteriorOutcome>
  private let reason: Column<Int>
  private let numbers: [(field: PosteriorLayout.Field, column: Column<Double>)]
  private let counts: [(field: PosteriorLayout.Field, column: Column<Int>)]
  private let method: Column<PosteriorMethod>

  init(_ rows: PosteriorRows, _ content: PosteriorContent) {
    var (draft, keys) = rows.draft(PosteriorTable.evidences.rawValue)
    self.keys = keys
    status = draft.word(
      "status", of: PosteriorOutcome.self,
      "good, usable, unreliable, multimodal or refused: how far the posterior may be trusted")
    reason = draft.item(
      "reason", of: content.refusals.map(\.text), "why there is no posterior")
    var numbers: [(PosteriorLayout.Field, Column<Double>)] = []
    func real(_ field: PosteriorLayout.Field, _ name: String, _ summary: String) {
      numbers.append((field, draft.real(name, summary)))
    }
    real(
      .logEvidence, "ln_z",
      "natural logarithm of the evidence of the speeds as measured, in s/km to the power of points")
    real(.error, "e_ln_z", "standard error of ln_z")
    if content.isDoubled {
      real(.logEvidenceDoubled, "ln_z_doubled", "ln_z with every flat prior twice as wide")
      real(.errorDoubled, "e_ln_z_doubled", "standard error of ln_z_doubled")
    }
    real(
      .effectiveDraws, "effective_samples",
      "how many independent draws would tell as much; missing for a grid")
    real(
      .shape, "k_hat",
      "shape of the largest weights: from 0.7 on draws are not to be trusted; missing where there "
        + "are none")
    real(
      .logDensity, "elpd_loo",
      "sum over points of ln of the density of each, foretold by the others")
    real(.errorOfDensity, "e_elpd_loo", "standard error of elpd_loo")
    real(.effectiveParameters, "p_loo", "effective number of parameters by leaving points out")
    real(
      .shapeOfPoints, "k_hat_loo", "largest k_hat of a point left out: above 0.7 elpd_loo is unsure"
    )
    self.numbers = numbers.map { (field: $0.0, column: $0.1) }
    counts = [
      (.likelihoods, draft.integer("likelihoods", "how many likelihoods were worked out")),
      (
        .modes,
        draft.integer("modes", "tops with valleys between them that have a hundredth or more")
      ),
    ]
    method = draft.word(
      "method", of: PosteriorMethod.self,
      "how draws were made in the end: importance, chains or grid")
    self.draft = draft
  }

  var schema: TableSchema { draft.schema }

  /// Makes the rows of some cells from the records of their units.
  func table(_ plan: PosteriorComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    plan.forEachUnit(in: records, of: cells) { place, record in
      draft.row { row in
        keys.set(plan, place, in: &row)
        row.store(record[PosteriorLayout.Field.outcome.rawValue], in: status)
        row.store(record[PosteriorLayout.Field.reason.rawValue], in: reason)
        for (field, column) in numbers { row[column] = record[field.rawValue] }
        for (field, column) in counts { row.store(record[field.rawValue], in: column) }
        row.store(record[PosteriorLayout.Field.method.rawValue], in: method)
      }
    }
    return draft.table
  }
}
