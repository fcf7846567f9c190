/// Half the matrix of second derivatives of a sum of squares of up to eight parameters; summed from
/// data it has the Gauss–Newton form Jᵀ W J.
///
/// Public, not package, so that sums over data in other modules are specialised with it.
public struct CurvatureMatrix: Sendable {
  /// How many of the first parameters take part.
  @usableFromInline let size: Int
  @usableFromInline var rows = [8 of SIMD8<Double>](repeating: .zero)

  /// - Parameter size: How many parameters there are; at most eight.
  @inlinable
  public init(size: Int) {
    self.size = size
  }

  /// Adds one datum: the derivatives of its model value, and its weight.
  @inlinable
  public mutating func add(_ derivatives: SIMD8<Double>, weight: Double) {
    for i in 0..<size { rows[i] += (weight * derivatives[i]) * derivatives }
  }

  /// Adds to the diagonal: what is known of one parameter beforehand.
  @inlinable
  public mutating func add(_ curvature: Double, at position: Int) {
    rows[position][position] += curvature
  }

  /// Multiplies rows and columns by the elements of a vector.
  @inlinable
  public mutating func scale(by factors: SIMD8<Double>) {
    for i in 0..<size { rows[i] *= factors[i] * factors }
  }

  /// One element.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { rows[row][column] }
    set { rows[row][column] = newValue }
  }

  /// Gives one parameter a curvature of its own, with nothing mixed.
  public mutating func set(_ curvature: Double, alone position: Int) {
    for i in 0..<size { (rows[i][position], rows[position][i]) = (0, 0) }
    rows[position][position] = curvature
  }

  /// The product with a vector.
  @inlinable
  public func times(_ vector: SIMD8<Double>) -> SIMD8<Double> {
    var product = SIMD8<Double>.zero
    for i in 0..<size { product += vector[i] * rows[i] }
    return product
  }

  /// The diagonal of the inverse: the variances of the parameters.
  ///
  /// The matrix is scaled to a unit diagonal and factorised by Cholesky, so that parameters of very
  /// different size do no harm. Where it is not positive definite every variance is infinite.
  ///
  /// - Parameter isFree: The parameters that take part.
  /// - Returns: A variance a parameter; meaningless for those that do not take part.
  public func inverseDiagonal(of isFree: ParameterSet) -> SIMD8<Double> {
    let none = SIMD8<Double>(repeating: .infinity)
    for i in 0..<size where isFree.contains(i) {
      guard rows[i][i] > 0, rows[i][i].isFinite else { return none }
    }
    let triangle = unitTriangle(of: isFree)
    guard let triangle else { return none }
    var diagonal = none
    for column in 0..<triangle.count {
      let index = triangle.positions[column]
      diagonal[index] = triangle.inverseDiagonal(column) / rows[index][index]
    }
    return diagonal
  }

  /// The inverse among some parameters: their covariance.
  ///
  /// - Parameter isFree: The parameters that take part.
  /// - Returns: Rows by parameter, of which only those that take part mean something; nil where the
  ///   matrix is not positive definite.
  public func inverse(of isFree: ParameterSet) -> [SIMD8<Double>]? {
    for i in 0..<size where isFree.contains(i) {
      guard rows[i][i] > 0, rows[i][i].isFinite else { return nil }
    }
    let triangle = unitTriangle(of: isFree)
    return triangle.map { triangle in
      (0..<size).map { row in
        guard isFree.contains(row) else { return .zero }
        var unit = SIMD8<Double>.zero
        unit[row] = 1
        var solution = triangle.solve(unit)
        for column in 0..<size where isFree.contains(column) {
          solution[column] /= (rows[row][row] * rows[column][column]).squareRoot()
        }
        return solution
      }
    }
  }

  /// The natural logarithm of the determinant.
  ///
  /// - Parameter free: The parameters that take part; of none the determinant is one.
  /// - Returns: The logarithm; nil where the matrix is not positive definite to within rounding, or
  ///   not finite.
  public func logDeterminant(of free: ParameterSet) -> Double? {
    var sum = 0.0
    for i in 0..<size where free.contains(i) {
      guard rows[i][i] > 0, rows[i][i].isFinite else { return nil }
      sum += Elementary.log(rows[i][i])
    }
    let triangle = unitTriangle(of: free)
    return triangle.map { sum + $0.logDeterminant }
  }

  /// The factor of the matrix scaled to a unit diagonal, which is positive among those free.
  private func unitTriangle(of free: ParameterSet) -> CholeskyFactor? {
    CholeskyFactor(of: free) { row, column in
      row == column
        ? 1 : rows[row][column] / (rows[row][row] * rows[column][column]).squareRoot()
    }
  }

  /// Solves the equations of a damped step.
  ///
  ///     (B / (s sᵀ) + λ I) (s δ) = d / s
  ///
  /// - Parameters:
  ///   - descent: The right side `d`.
  ///   - scale: The positive scale `s` of each parameter.
  ///   - damping: What is added to the scaled diagonal, λ.
  ///   - free: The parameters that move.
  /// - Returns: The step δ, zero for those that do not move; nil where the damped matrix is not
  ///   positive definite.
  @inlinable
  public func solve(
    _ descent: SIMD8<Double>, scale: SIMD8<Double>, damping: Double, free: ParameterSet
  ) -> SIMD8<Double>? {
    // What does not move may have no scale.
    let unit = scale.replacing(with: 1, where: .!(scale .> 0))
    let triangle = CholeskyFactor(of: free) { row, column in
      rows[row][column] / (unit[row] * unit[column]) + (row == column ? damping : 0)
    }
    return triangle.map { $0.solve(descent / unit) / unit }
  }
}
