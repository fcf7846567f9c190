import Numerics

/// A linear model fitted to some rows by ordinary least squares, with an intercept.
///
/// In a resample a row may stand several times. All copies count in the fit, but they are one row
/// where rows are counted against coefficients, and where a row is predicted without itself: a copy
/// that is left in would predict the one that is left out.
struct LinearModel {
  /// Intercept and the coefficient of each term; shape `[k]`.
  let coefficients: [Double]
  /// 1σ errors from the residual variance; NaN without degrees of freedom; shape `[k]`.
  let errors: [Double]
  /// Response less fitted value, of every copy; shape `[n]`.
  let residuals: [Double]
  /// Diagonal of the hat matrix, of every copy; shape `[n]`.
  let leverages: [Double]
  let rSquared: Double
  let adjustedRSquared: Double
  /// 1 − Σ(r/(1−mh))² / Σ(y−ȳ)²: what is left when each row is predicted without its m copies.
  ///
  /// For m copies of a row with leverage h each, the residual without them is r/(1−mh).
  /// NaN where a term cannot be fitted without one of the rows, which then has a leverage of one.
  let leaveOneOutRSquared: Double
  /// Root mean square of the residuals.
  let rms: Double

  /// Why there is no fit.
  enum Refusal: Error {
    case tooFewRows
    /// The term with this position, 0 for the intercept, depends on those before it.
    case dependentTerm(Int)
    case constantResponse
  }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - response: y; shape `[rows]`.
  ///   - terms: One column a term, without the intercept; shape `[k − 1][rows]`.
  ///   - times: How many copies there are of each row, together n; shape `[rows]`.
  /// - Throws: ``Refusal`` where no fit is sure.
  init(_ response: [Double], _ terms: [[Double]], times: [Int]) throws(Refusal) {
    let width = terms.count + 1
    guard response.count > width else { throw .tooFewRows }
    let rows = times.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
    let response = rows.map { response[$0] }
    let count = rows.count
    var design = [Double](repeating: 1, count: count * width)
    for (column, values) in terms.enumerated() {
      for (copy, row) in rows.enumerated() { design[copy * width + column + 1] = values[row] }
    }
    let factorised: HouseholderQR
    do throws(HouseholderQR.Failure) {
      factorised = try HouseholderQR(design, columns: width)
    } catch {
      switch error {
      case .tooFewRows: throw .tooFewRows
      case .dependentColumn(let column): throw .dependentTerm(column)
      }
    }
    let mean = Statistics.mean(response)
    let total = Statistics.sum(response.map { ($0 - mean) * ($0 - mean) })
    // The mean of equal numbers may be an ulp off.
    guard total > 0, response.contains(where: { $0 != response[0] }) else {
      throw .constantResponse
    }
    let (coefficients, residuals) = factorised.solve(response)
    let leverages = factorised.leverages
    (self.coefficients, self.residuals, self.leverages) = (coefficients, residuals, leverages)
    let squares = Statistics.sum(residuals.map { $0 * $0 })
    let predicted = rows.indices.map { copy in
      let rest = 1 - Double(times[rows[copy]]) * leverages[copy]
      return rest > HouseholderQR.tolerance ? residuals[copy] / rest : .nan
    }
    let variance = squares / Double(count - width)
    errors = factorised.inverseGramDiagonal.map { ($0 * variance).squareRoot() }
    rSquared = 1 - squares / total
    adjustedRSquared = 1 - squares / total * Double(count - 1) / Double(count - width)
    leaveOneOutRSquared = 1 - Statistics.sum(predicted.map { $0 * $0 }) / total
    rms = (squares / Double(count)).squareRoot()
  }
}
