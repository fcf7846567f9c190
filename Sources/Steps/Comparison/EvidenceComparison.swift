import Numerics
import Support
import Tables

/// The columns of a comparison by evidence, beside the difference itself.
struct EvidenceComparison {
  private let error: Column<Double>
  private let doubled: Column<Double>
  private let errorDoubled: Column<Double>
  private let prediction: Column<Double>
  private let status: Column<String>

  /// The statuses of posteriors, the best first: a comparison has the worse of two.
  static let statuses = ["good", "usable", "multimodal", "unreliable", "refused"]

  init(_ models: ModelPair, in draft: inout TableDraft) {
    error = draft.real(
      "e_delta_evidence", "standard error of delta_evidence that comes from the draws")
    doubled = draft.real(
      "delta_evidence_doubled", "delta_evidence with every flat prior twice as wide")
    errorDoubled = draft.real(
      "e_delta_evidence_doubled", "standard error of delta_evidence_doubled")
    prediction = draft.real(
      "delta_elpd_loo",
      "-2 ln of the densities of points foretold by the others, \(models.first.value) less "
        + "\(models.second.value): depends on no width of a prior")
    status = draft.word(
      "evidence_status", among: Self.statuses, "the worse status of the two posteriors")
  }

  /// What the evidences of the rows of fits are; shapes `[rows]`.
  struct Scores {
    /// −2 ln Z.
    let values: [Double]
    fileprivate let errors: [Double]
    fileprivate let doubled: [Double]
    fileprivate let errorsDoubled: [Double]
    fileprivate let predictions: [Double]
    /// Positions in ``EvidenceComparison/statuses``.
    fileprivate let ranks: [Int]

    init(of table: Table, _ tables: TableSet) {
      func numbers(_ column: String) -> [Double] {
        Self.expression(column).numbers(over: table, tables)
      }
      values = numbers("ln_z").map { -2 * $0 }
      errors = numbers("e_ln_z")
      doubled = numbers("ln_z_doubled").map { -2 * $0 }
      errorsDoubled = numbers("e_ln_z_doubled")
      predictions = numbers("elpd_loo").map { -2 * $0 }
      var ranks = [Int](repeating: statuses.count - 1, count: table.rowCount)
      for (rank, word) in statuses.enumerated() {
        let isIt = Self.expression("status == '\(word)'").truths(over: table, tables)
        for row in isIt.indices where isIt[row] { ranks[row] = rank }
      }
      self.ranks = ranks
    }

    /// An expression over the evidences.
    private static func expression(_ text: String) -> Expression {
      let source = SourceText(
        name: ComparisonCriterion.evidences, text: "\(ComparisonCriterion.evidences).\(text)")
      guard let expression = Expression(parsing: source, InputReport()) else {
        preconditionFailure("'\(text)' is an expression")
      }
      return expression
    }
  }

  /// Writes the comparison of two rows.
  func write(_ scores: Scores, _ first: Int, _ second: Int, into row: inout DraftRow) {
    func error(_ errors: [Double]) -> Double {
      2 * (errors[first] * errors[first] + errors[second] * errors[second]).squareRoot()
    }
    row[self.error] = error(scores.errors)
    row[doubled] = scores.doubled[first] - scores.doubled[second]
    row[errorDoubled] = error(scores.errorsDoubled)
    row[prediction] = scores.predictions[first] - scores.predictions[second]
    row[status] = Self.statuses[max(scores.ranks[first], scores.ranks[second])]
  }
}
