/// A sum of squares at one place, with its slope and curvature: the normal equations of a fit.
///
///     F = Σ w r²,   d = Jᵀ W r,   A = Jᵀ W J
///
/// where r is a datum less its model and J holds the derivatives of the model: d is half the way
/// downhill, A half the second derivatives of F but for the curvature of the model.
///
/// Public, not package, so that sums over data in other modules are specialised with it.
public struct LeastSquaresSum: Sendable {
  /// F.
  public var value = 0.0

  /// d; shape `[8]`.
  public var descent = SIMD8<Double>.zero

  /// A.
  public var curvature: CurvatureMatrix

  /// - Parameter size: How many parameters there are; at most eight.
  @inlinable
  public init(size: Int) {
    curvature = CurvatureMatrix(size: size)
  }

  /// Adds one datum.
  ///
  /// - Parameters:
  ///   - residual: The datum less its model.
  ///   - slopes: The derivatives of the model.
  ///   - weight: The inverse square of the datum's error.
  @inlinable
  public mutating func add(residual: Double, slopes: SIMD8<Double>, weight: Double) {
    value += weight * residual * residual
    descent += (weight * residual) * slopes
    curvature.add(slopes, weight: weight)
  }

  /// Turns to other coordinates, each a function of one parameter.
  ///
  /// - Parameter slopes: The derivatives of the parameters by their coordinates; shape `[8]`.
  @inlinable
  public mutating func scale(by slopes: SIMD8<Double>) {
    descent *= slopes
    curvature.scale(by: slopes)
  }

  /// Adds what is known of one parameter beforehand, as a datum of weight one.
  ///
  /// - Parameters:
  ///   - residual: The parameter's distance from what is expected, in standard deviations.
  ///   - slope: The derivative of that distance.
  ///   - position: Which parameter.
  @inlinable
  public mutating func add(residual: Double, slope: Double, at position: Int) {
    value += residual * residual
    descent[position] -= residual * slope
    curvature.add(slope * slope, at: position)
  }
}
