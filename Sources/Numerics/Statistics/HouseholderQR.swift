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
    let dependent = Self.with(&work, &r, rows, columns) { $0.factorise(tolerance: Self.tolerance) }
    guard dependent < 0 else { throw .dependentColumn(Int(dependent)) }
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
    var (residuals, coefficients) = (y, [Double](repeating: 0, count: columns))
    write(into: &residuals, &coefficients) { $0.solve($1, into: $2) }
    return (coefficients, residuals)
  }

  /// The weight of each observation in its own fitted value: the diagonal of A (AᵀA)⁻¹ Aᵀ.
  ///
  /// Shape `[rows]`; each lies from zero to one, and their sum is the number of columns.
  package var leverages: [Double] {
    var leverages = [Double](repeating: 0, count: rows)
    var column = leverages
    write(into: &leverages, &column) { $0.writeLeverages(into: $1, $2) }
    return leverages
  }

  /// The diagonal of (AᵀA)⁻¹: the variances of the coefficients for unit variance of y.
  ///
  /// Shape `[columns]`.
  package var inverseGramDiagonal: [Double] {
    var diagonal = [Double](repeating: 0, count: columns)
    var unit = diagonal
    write(into: &diagonal, &unit) { $0.writeInverseGramDiagonal(into: $1, $2) }
    return diagonal
  }

  /// Lets the factorised matrix write into two lists.
  private func write(
    into one: inout [Double], _ other: inout [Double],
    _ body: (
      Householder<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
    ) -> Void
  ) {
    var (work, r) = (reflectors, r)
    Self.with(&work, &r, rows, columns) { householder in
      one.withUnsafeMutableBufferPointer { one in
        other.withUnsafeMutableBufferPointer { other in
          guard let one = one.baseAddress, let other = other.baseAddress else { return }
          body(householder, one, other)
        }
      }
    }
  }

  /// Calls a body with the reflections over two lists.
  private static func with<Result>(
    _ work: inout [Double], _ r: inout [Double], _ rows: Int, _ columns: Int,
    _ body: (Householder<Double>) -> Result
  ) -> Result {
    work.withUnsafeMutableBufferPointer { work in
      r.withUnsafeMutableBufferPointer { r in
        guard let work = work.baseAddress, let r = r.baseAddress else {
          preconditionFailure("a matrix has at least one column")
        }
        return body(
          Householder(rows: rows, columns: columns, stride: rows, work: work, r: r))
      }
    }
  }
}
