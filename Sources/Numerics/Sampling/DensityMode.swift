/// A place where a density is highest around, and how it falls from there.
package struct DensityMode: Sendable {
  package let place: Lanes
  /// The logarithm of the density there.
  package let height: Double
  /// The factor of the covariance that the curvature stands for.
  package let factor: LowerTriangle

  /// The logarithm of the integral of a normal distribution of this height and covariance.
  package var logMass: Double {
    height + factor.logDeterminant + 0.918_938_533_204_672_8 * Double(factor.dimension)
  }

  /// How far a place lies, in standard deviations.
  package func distance(to other: Lanes) -> Double {
    let apart = other - place
    var (whitened, square) = (Lanes.zero, 0.0)
    for i in 0..<factor.dimension {
      var sum = apart[i]
      for j in 0..<i { sum -= factor.rows[i][j] * whitened[j] }
      whitened[i] = sum / factor.rows[i][i]
      square += whitened[i] * whitened[i]
    }
    return square.squareRoot()
  }
}
