/// A least squares problem solved by orthogonal reflections.
///
///     A = Q R;  the b that minimises |A b − y|² solves R b = Qᵀ y
///
/// Reflections keep the condition number of `A` itself, which the normal equations would square.
/// Weights are the caller's: scale each row, and its entry of `y`, by the root of its weight.
///
/// - SeeAlso: Golub & Van Loan 2013, Matrix Computations, 4th edition, sections 5.1 to 5.3.
package struct HouseholderQR: Sendable {
  /// How many equations.
  package let rows: Int

  /// How many unknowns.
  package let columns: Int

  /// A column whose part outside the columns before it is smaller than this fraction of it counts
  /// as dependent on them.
  package static let tolerance = 1e-11

  /// R on and above the diagonal, row by row; shape `[columns, columns]`.
  private let r: [Double]

  /// The reflection vectors, one per column, of unit length; shape `[columns, rows]`.
  private let reflectors: [Double]

  /// Why a matrix cannot be factorised.
  package enum Failure: Error, Equatable, Sendable {
    /// There are fewer rows than columns.
    case tooFewRows
    /// The column with this index is zero, not finite or a combination of those before it.
    case dependentColumn(Int)
  }

  /// Factorises a matrix.
  ///
  /// - Parameters:
  ///   - matrix: The coefficients row by row; shape `[rows, columns]`.
  ///   - columns: The number of unknowns, at least one.
  /// - Throws: ``Failure`` if the columns are not independent.
  /// - Precondition: The count of `matrix` is a multiple of `columns`.
  /// - Complexity: O(rows · columns²).
  package init(_ matrix: [Double], columns: Int) throws(Failure) {
    precondition(columns > 0 && matrix.count % columns == 0, "a matrix has full rows")
    let rows = matrix.count / columns
    guard rows >= columns else { throw .tooFewRows }
    // Column by column; what is below the diagonal becomes the reflectors.
    var work = [Double](repeating: 0, count: rows * columns)
    for i in 0..<rows {
      for j in 0..<columns { work[j * rows + i] = matrix[i * columns + j] }
    }
    var r = [Double](repeating: 0, count: columns * columns)
    for j in 0..<columns {
      let start = j * rows
      let whole = Self.norm(matrix, from: j, to: matrix.count, step: columns)
      let below = Self.norm(work, from: start + j, to: start + rows, step: 1)
      guard below.isFinite, below > Self.tolerance * whole else { throw .dependentColumn(j) }
      for i in 0..<j { r[i * columns + j] = work[start + i] }
      // The sign that adds instead of cancelling.
      let diagonal = work[start + j] < 0 ? below : -below
      r[j * columns + j] = diagonal
      for i in 0..<j { work[start + i] = 0 }
      work[start + j] -= diagonal
      let length = Self.norm(work, from: start + j, to: start + rows, step: 1)
      for i in j..<rows { work[start + i] /= length }
      for k in (j + 1)..<Swift.max(columns, j + 1) {
        Self.reflect(&work, at: k * rows, by: start, from: j, rows)
      }
    }
    self.rows = rows
    self.columns = columns
    self.r = r
    reflectors = work
  }

  /// The coefficients of the best fit, and what the fit leaves over.
  ///
  /// - Parameter y: The right-hand side; shape `[rows]`.
  /// - Returns: The coefficients, shape `[columns]`, and the residuals y − A b, shape `[rows]`.
  /// - Precondition: `y` has one entry per row.
  package func solve(_ y: [Double]) -> (coefficients: [Double], residuals: [Double]) {
    precondition(y.count == rows, "one right-hand side per row")
    var rotated = y
    for j in 0..<columns { reflect(&rotated, by: j) }
    let coefficients = solveTriangle(Array(rotated[..<columns]))
    for j in 0..<columns { rotated[j] = 0 }
    for j in (0..<columns).reversed() { reflect(&rotated, by: j) }
    return (coefficients, rotated)
  }

  /// The weight of each observation in its own fitted value: the diagonal of A (AᵀA)⁻¹ Aᵀ.
  ///
  /// Shape `[rows]`; each lies from zero to one, and their sum is the number of columns.
  package var leverages: [Double] {
    var leverages = [Double](repeating: 0, count: rows)
    var column = [Double](repeating: 0, count: rows)
    for j in 0..<columns {
      // Column j of Q.
      for i in 0..<rows { column[i] = 0 }
      column[j] = 1
      for k in (0...j).reversed() { reflect(&column, by: k) }
      for i in 0..<rows { leverages[i] += column[i] * column[i] }
    }
    return leverages
  }

  /// The diagonal of (AᵀA)⁻¹: the variances of the coefficients for unit variance of y.
  ///
  /// Shape `[columns]`.
  package var inverseGramDiagonal: [Double] {
    var diagonal = [Double](repeating: 0, count: columns)
    for k in 0..<columns {
      // Column k of R⁻¹; the diagonal sums the squares along the rows of R⁻¹.
      var unit = [Double](repeating: 0, count: columns)
      unit[k] = 1
      for (j, value) in solveTriangle(unit).enumerated() { diagonal[j] += value * value }
    }
    return diagonal
  }

  /// Solves R x = y from the last row up.
  private func solveTriangle(_ y: [Double]) -> [Double] {
    var x = y
    for i in (0..<columns).reversed() {
      for j in (i + 1)..<Swift.max(columns, i + 1) { x[i] -= r[i * columns + j] * x[j] }
      x[i] /= r[i * columns + i]
    }
    return x
  }

  /// Replaces x by x − 2 v (v · x), where v is the reflector of a column.
  private func reflect(_ x: inout [Double], by column: Int) {
    let start = column * rows
    var product = 0.0
    for i in column..<rows { product += reflectors[start + i] * x[i] }
    for i in column..<rows { x[i] -= 2 * product * reflectors[start + i] }
  }

  /// Does the same where both vectors of some rows are in one list, beginning at two places.
  private static func reflect(
    _ work: inout [Double], at target: Int, by source: Int, from first: Int, _ rows: Int
  ) {
    var product = 0.0
    for i in first..<rows { product += work[source + i] * work[target + i] }
    for i in first..<rows { work[target + i] -= 2 * product * work[source + i] }
  }

  /// The length of every step-th entry of a part of a list, safe from overflow; NaN if it has one.
  private static func norm(_ x: [Double], from start: Int, to end: Int, step: Int) -> Double {
    var largest = 0.0
    var index = start
    while index < end {
      if x[index].isNaN { return .nan }
      largest = Swift.max(largest, x[index].magnitude)
      index += step
    }
    guard largest > 0, largest.isFinite else { return largest }
    var sum = CompensatedSum()
    index = start
    while index < end {
      let part = x[index].magnitude / largest
      sum.add(part * part)
      index += step
    }
    return largest * sum.value.squareRoot()
  }
}
