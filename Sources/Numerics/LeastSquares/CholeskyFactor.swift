/// The lower triangle L of a symmetric matrix A = L Lᵀ, over some of up to eight parameters.
///
/// Public, not package, so that it is specialised where it is used.
public struct CholeskyFactor: Sendable {
  /// How many parameters take part.
  public let count: Int

  /// The parameter that each row of the triangle stands for; shape `[count]`.
  public let positions: SIMD8<Int>

  @usableFromInline let rows: [8 of SIMD8<Double>]

  /// Factorises a matrix, or gives nil where it is not positive definite to within rounding.
  ///
  /// - Parameters:
  ///   - free: The parameters that take part.
  ///   - element: The element in a row and a column; its diagonal is of the order of one.
  @inlinable
  public init?(of free: ParameterSet, by element: (Int, Int) -> Double) {
    var positions = SIMD8<Int>(repeating: 0)
    var count = 0
    for i in 0..<8 where free.contains(i) {
      positions[count] = i
      count += 1
    }
    var rows = [8 of SIMD8<Double>](repeating: .zero)
    for i in 0..<count {
      for j in 0...i {
        var sum = element(positions[i], positions[j])
        for k in 0..<j { sum -= rows[i][k] * rows[j][k] }
        if i > j {
          rows[i][j] = sum / rows[j][j]
        } else {
          guard sum > 1e-15 else { return nil }
          rows[i][i] = sum.squareRoot()
        }
      }
    }
    (self.count, self.positions, self.rows) = (count, positions, rows)
  }

  /// Solves A x = b; elements of those that do not take part are ignored and come back as zero.
  @inlinable
  public func solve(_ right: SIMD8<Double>) -> SIMD8<Double> {
    var forward = SIMD8<Double>.zero
    for i in 0..<count {
      var value = right[positions[i]]
      for k in 0..<i { value -= rows[i][k] * forward[k] }
      forward[i] = value / rows[i][i]
    }
    var solution = SIMD8<Double>.zero
    for i in (0..<count).reversed() {
      var value = forward[i]
      for k in (i + 1)..<max(count, i + 1) { value -= rows[k][i] * forward[k] }
      forward[i] = value / rows[i][i]
      solution[positions[i]] = forward[i]
    }
    return solution
  }

  /// The natural logarithm of the determinant of A.
  var logDeterminant: Double {
    var sum = 0.0
    for i in 0..<count { sum += 2 * Elementary.log(rows[i][i]) }
    return sum
  }

  /// One element of the diagonal of the inverse of A, by its row of the triangle.
  func inverseDiagonal(_ column: Int) -> Double {
    // The squares of a column of the inverse triangle add up to it.
    var inverse = SIMD8<Double>.zero
    var sum = 0.0
    for i in column..<count {
      var value = i == column ? 1.0 : 0.0
      for k in column..<i { value -= rows[i][k] * inverse[k] }
      inverse[i] = value / rows[i][i]
      sum += inverse[i] * inverse[i]
    }
    return sum
  }
}
