/// The lower triangle L of a covariance L Lᵀ of up to eight coordinates.
package struct LowerTriangle: Sendable {
  package let dimension: Int
  package private(set) var rows = [8 of Lanes](repeating: .zero)

  /// Factorises a covariance; what of its smallest extents is lost in rounding is made up for.
  ///
  /// The triangle; nil where a variance is not positive and finite.
  ///
  /// - Parameters:
  ///   - covariance: The rows of a symmetric matrix, of which the lower triangle counts.
  ///   - dimension: How many rows there are.
  package init?(of covariance: [8 of Lanes], dimension: Int) {
    self.dimension = dimension
    var scale = Lanes(repeating: 1)
    for i in 0..<dimension {
      guard covariance[i][i] > 0, covariance[i][i].isFinite else { return nil }
      scale[i] = covariance[i][i].squareRoot()
    }
    var ridge = 1e-12
    while ridge < 1 {
      if factorise(covariance, scale, ridge) { return }
      ridge *= 10
    }
    return nil
  }

  /// Factorises the matrix of correlations with something added to its diagonal.
  private mutating func factorise(
    _ covariance: [8 of Lanes], _ scale: Lanes, _ ridge: Double
  ) -> Bool {
    for i in 0..<dimension {
      for j in 0...i {
        var sum = covariance[i][j] / (scale[i] * scale[j])
        if i == j { sum += ridge }
        for k in 0..<j { sum -= rows[i][k] * rows[j][k] }
        if i > j {
          rows[i][j] = sum / rows[j][j]
        } else {
          guard sum > 0.5 * ridge else { return false }
          rows[i][i] = sum.squareRoot()
        }
      }
    }
    for i in 0..<dimension { rows[i] *= scale[i] }
    return true
  }

  /// L times a vector.
  package func times(_ vector: Lanes) -> Lanes {
    var product = Lanes.zero
    for i in 0..<dimension {
      var sum = 0.0
      for j in 0...i { sum += rows[i][j] * vector[j] }
      product[i] = sum
    }
    return product
  }

  /// The same of another size.
  package func scaled(by factor: Double) -> LowerTriangle {
    var other = self
    for i in 0..<dimension { other.rows[i] *= factor }
    return other
  }

  /// The covariance; shape `[dimension][dimension]` in the first lanes.
  package var covariance: [8 of Lanes] {
    var product = [8 of Lanes](repeating: .zero)
    for i in 0..<dimension {
      for j in 0..<dimension {
        for k in 0...min(i, j) { product[i][j] += rows[i][k] * rows[j][k] }
      }
    }
    return product
  }

  /// The logarithm of the determinant of L.
  package var logDeterminant: Double {
    (0..<dimension).reduce(0) { $0 + Elementary.log(rows[$1][$1]) }
  }
}
