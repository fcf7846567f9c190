import Galaxies
import Models

/// The record of one fit: a fixed number of doubles, so that records of any units can be written side
/// by side, stored and read back.
///
/// First the value and the error of each quantity, then the fields below. What is missing is NaN.
enum FitRecord {
  /// The fields after the quantities, in their order.
  enum Field: Int, CaseIterable {
    /// Position in `FitStatus.allCases`.
    case status
    /// The bits of `CurveFit.bounds`.
    case bounds
    /// Position in `FitRefusal.allCases`.
    case reason
    case chiSquared
    case degreesOfFreedom
    case priorTerm
    case rmse
    case outerRMSE
    case bic
    case aic
    case points
    case observedBelowBaryons
    case clampedPoints
    case replacedErrors
  }

  static func width(quantities: Int) -> Int {
    2 * quantities + Field.allCases.count
  }

  /// Writes the result of a unit.
  ///
  /// - Parameters:
  ///   - result: The fit, or why there is none.
  ///   - places: For each position in a vector of the model, its place among the quantities of a
  ///     record; `nil` for what is not recorded.
  ///   - quantityCount: How many quantities a record has room for.
  ///   - curve: The curve that was fitted.
  ///   - record: Room for one record.
  static func write(
    _ result: Result<CurveFit, FitRefusal>, places: [Int?], quantityCount: Int,
    curve: WeightedCurve, into record: UnsafeMutableBufferPointer<Double>
  ) {
    record.initialize(repeating: .nan)
    func set(_ field: Field, _ value: Double) {
      record[2 * quantityCount + field.rawValue] = value
    }
    func set(_ field: Field, _ value: Int) { set(field, Double(value)) }

    switch result {
    case .failure(let refusal):
      set(.status, FitStatus.allCases.firstIndex(of: .refused) ?? 0)
      set(.reason, FitRefusal.allCases.firstIndex(of: refusal) ?? 0)
      set(.points, curve.curve.count)
      set(.replacedErrors, curve.replacedErrors)
    case .success(let fit):
      for (index, place) in places.enumerated() {
        guard let place else { continue }
        record[2 * place] = fit.parameters[index]
        record[2 * place + 1] = fit.errors[index]
      }
      set(.status, FitStatus.allCases.firstIndex(of: fit.status) ?? 0)
      set(.bounds, fit.bounds)
      set(.chiSquared, fit.chiSquared)
      set(.degreesOfFreedom, fit.degreesOfFreedom)
      set(.priorTerm, fit.priorTerm)
      set(.rmse, fit.rmse)
      set(.outerRMSE, fit.outerRMSE)
      set(.bic, fit.bic)
      set(.aic, fit.aic)
      set(.points, fit.points)
      set(.observedBelowBaryons, fit.observedBelowBaryons ? 1 : 0)
      set(.clampedPoints, fit.clampedPoints)
      set(.replacedErrors, fit.replacedErrors)
    }
  }
}
