/// The correlation of two lists that is left when others are held fixed.
///
/// The coefficient is that of the residuals of both lists from their straight-line fits, with an
/// intercept, on the controls.
package struct PartialCorrelation: Equatable, Sendable {
  /// The coefficient, from -1 to 1; NaN if the controls leave nothing of one of the lists.
  package let r: Double

  /// The number of pairs less two, less one for each control.
  package let degreesOfFreedom: Int

  /// Why there is no partial correlation.
  package enum Failure: Error, Equatable, Sendable {
    /// There are no degrees of freedom.
    case tooFewPairs
    /// The control with this index is constant, not finite or a combination of those before it.
    case dependentControl(Int)
  }

  /// The probability of a coefficient at least as far from zero if there is no correlation.
  package var probability: Double {
    Correlation.twoSidedProbability(r: r, degreesOfFreedom: degreesOfFreedom)
  }

  /// Correlates two lists at fixed controls.
  ///
  /// - Parameters:
  ///   - x: One list; shape `[n]`.
  ///   - y: The other; shape `[n]`.
  ///   - controls: What is held fixed; shape `[k][n]`. With none, this is Pearson's coefficient.
  /// - Throws: ``Failure`` if there are too few pairs or the controls depend on each other.
  /// - Precondition: All lists are equally long.
  package init(_ x: [Double], _ y: [Double], controls: [[Double]]) throws(Failure) {
    precondition(
      x.count == y.count && controls.allSatisfy { $0.count == x.count },
      "a partial correlation needs lists of one length")
    degreesOfFreedom = x.count - 2 - controls.count
    guard degreesOfFreedom > 0 else { throw .tooFewPairs }
    var rows: [Double] = []
    for row in x.indices {
      rows.append(1)
      rows += controls.map { $0[row] }
    }
    let factors: HouseholderQR
    do throws(HouseholderQR.Failure) {
      factors = try HouseholderQR(rows, columns: 1 + controls.count)
    } catch {
      switch error {
      case .dependentColumn(let column): throw .dependentControl(column - 1)
      case .tooFewRows: throw .tooFewPairs
      }
    }
    guard let x = Self.residuals(of: x, from: factors), let y = Self.residuals(of: y, from: factors)
    else {
      r = .nan
      return
    }
    r = Correlation.pearson(x, y)
  }

  /// What a fit leaves over, or nil if that is no more than rounding errors.
  private static func residuals(of values: [Double], from factors: HouseholderQR) -> [Double]? {
    let residuals = factors.solve(values).residuals
    let left = Statistics.max(residuals.map(\.magnitude))
    return left > HouseholderQR.tolerance * Statistics.max(values.map(\.magnitude))
      ? residuals : nil
  }
}
