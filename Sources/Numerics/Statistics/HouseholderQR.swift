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
    var work = (0..<columns).map { j in (0..<rows).map { i in matrix[i * columns + j] } }
    var reflectors: [Double] = []
    reflectors.reserveCapacity(columns * rows)
    for j in 0..<columns {
      let whole = Self.norm(matrix, from: j, step: columns)
      let below = Self.norm(work[j], from: j, step: 1)
      guard below.isFinite, below > Self.tolerance * whole else { throw .dependentColumn(j) }
      // The sign that adds instead of cancelling.
      let diagonal = work[j][j] < 0 ? below : -below
      var reflector = [Double](repeating: 0, count: rows)
      reflector[j] = work[j][j] - diagonal
      for i in (j + 1)..<Swift.max(rows, j + 1) { reflector[i] = work[j][i] }
      let length = Self.norm(reflector, from: j, step: 1)
      for i in j..<rows { reflector[i] /= length }
      work[j][j] = diagonal
      for k in (j + 1)..<Swift.max(columns, j + 1) {
        Self.reflect(&work[k], by: reflector[...], from: j)
      }
      reflectors += reflector
    }
    var r = [Double](repeating: 0, count: columns * columns)
    for i in 0..<columns {
      for j in i..<columns { r[i * columns + j] = work[j][i] }
    }
    self.rows = rows
    self.columns = columns
    self.r = r
    self.reflectors = reflectors
  }

  /// The coefficients of the best fit, and what the fit leaves over.
  ///
  /// - Parameter y: The right-hand side; shape `[rows]`.
  /// - Returns: The coefficients, shape `[columns]`, and the residuals y − A b, shape `[rows]`.
  /// - Precondition: `y` has one entry per row.
  package func solve(_ y: [Double]) -> (coefficients: [Double], residuals: [Double]) {
    precondition(y.count == rows, "one right-hand side per row")
    var rotated = y
    for j in 0..<columns { Self.reflect(&rotated, by: reflector(j), from: j) }
    let coefficients = solveTriangle(Array(rotated[..<columns]))
    for j in 0..<columns { rotated[j] = 0 }
    for j in (0..<columns).reversed() { Self.reflect(&rotated, by: reflector(j), from: j) }
    return (coefficients, rotated)
  }

  /// The weight of each observation in its own fitted value: the diagonal of A (AᵀA)⁻¹ Aᵀ.
  ///
  /// Shape `[rows]`; each lies from zero to one, and their sum is the number of columns.
  package var leverages: [Double] {
    var leverages = [Double](repeating: 0, count: rows)
    for j in 0..<columns {
      // Column j of Q.
      var column = [Double](repeating: 0, count: rows)
      column[j] = 1
      for k in (0...j).reversed() { Self.reflect(&column, by: reflector(k), from: k) }
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

  /// The reflection vector of one column; it starts at index zero of its own slice.
  private func reflector(_ j: Int) -> ArraySlice<Double> {
    reflectors[(j * rows)..<((j + 1) * rows)]
  }

  /// Replaces x by x − 2 v (v · x).
  private static func reflect(_ x: inout [Double], by v: ArraySlice<Double>, from start: Int) {
    let offset = v.startIndex
    var product = 0.0
    for i in start..<x.count { product += v[offset + i] * x[i] }
    for i in start..<x.count { x[i] -= 2 * product * v[offset + i] }
  }

  /// The length of every step-th entry from an index on, safe from overflow.
  private static func norm(_ x: [Double], from start: Int, step: Int) -> Double {
    let entries = stride(from: start, to: x.count, by: step).map { x[$0].magnitude }
    let largest = Statistics.max(entries)
    guard largest > 0, largest.isFinite else { return largest }
    return largest * Statistics.sum(entries.map { ($0 / largest) * ($0 / largest) }).squareRoot()
  }
}
