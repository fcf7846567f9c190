/// The value of a function of up to eight parameters with its first and second derivatives.
///
/// Public, not package, so that searches of other modules are specialised with it.
public struct NewtonSum: Sendable {
  public var value = 0.0
  /// Half the slope downhill.
  public var descent = SIMD8<Double>.zero
  /// Half the second derivatives; zero for what is not used.
  public var curvature = [8 of SIMD8<Double>](repeating: .zero)
  /// A positive curvature by each parameter, that damping is measured by.
  public var scale = SIMD8<Double>.zero

  @inlinable
  public init() {}

  /// The product of the second derivatives with a vector.
  @inlinable
  func times(_ vector: SIMD8<Double>) -> SIMD8<Double> {
    var product = SIMD8<Double>.zero
    for i in 0..<8 { product += vector[i] * curvature[i] }
    return product
  }

  /// Solves the damped equations for some of the parameters.
  ///
  /// - Returns: The solution, zero for the others; `nil` where the matrix is not positive definite.
  @inlinable
  func solve(
    _ right: SIMD8<Double>, damping: Double, _ moving: ParameterSet
  ) -> SIMD8<Double>? {
    var (rows, right) = (curvature, right)
    var inverse = SIMD8<Double>.zero
    for i in 0..<8 where moving.contains(i) {
      let pivot = rows[i][i] + damping * scale[i]
      guard pivot > 1e-12 * scale[i] else { return nil }
      inverse[i] = 1 / pivot
      let (row, own) = (rows[i], right[i])
      var j = i + 1
      while j < 8 {
        if moving.contains(j) {
          let factor = row[j] * inverse[i]
          rows[j] -= factor * row
          right[j] -= factor * own
        }
        j += 1
      }
    }
    var solution = SIMD8<Double>.zero
    var i = 7
    while i >= 0 {
      if moving.contains(i) {
        solution[i] = (right[i] - (rows[i] * solution).sum()) * inverse[i]
      }
      i -= 1
    }
    return solution
  }
}
