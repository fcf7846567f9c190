import Galaxies
import Models
import Steps
import Support
import Tables

/// The record of one fit: a fixed number of doubles, so that records of any units can be written
/// side by side, stored and read back.
///
/// First the value and the error of each quantity, then the fields below, then what
/// ``ProfileRecord`` lays out, where it was asked for, and whether the fit is proven, where that
/// was. What is missing is NaN.
enum FitRecord {
  /// The fields after the quantities, in their order.
  enum Field: Int, CaseIterable {
    /// Position in `FitStatus.allCases`.
    case status
    /// The bits of ``BoundSides``.
    case bounds
    /// Position in `FitQuantities.refusals`.
    case reason
    case chiSquared
    case degreesOfFreedom
    case priorTerm
    case rmse
    case outerRMSE
    case laplace
    case points
    case clampedPoints
    case replacedErrors
    case baryonExcess

    /// What the double stands for, where the fits determine some quantities.
    func content(_ quantities: FitQuantities) -> RecordContent {
      switch self {
      case .status: .code(below: FitStatus.allCases.count)
      case .reason: .code(below: quantities.refusals.count)
      case .bounds, .degreesOfFreedom, .points, .clampedPoints, .replacedErrors: .whole
      case .chiSquared, .priorTerm, .rmse, .outerRMSE, .laplace, .baryonExcess: .number
      }
    }
  }

  /// Whether a fit can have a record.
  ///
  /// - Parameters:
  ///   - record: The doubles, as many as a record has.
  ///   - model: The position of the model.
  ///   - quantities: What records have room for.
  /// - Returns: False for one that no fit gives, whatever its checksum.
  static func isPossible(
    _ record: some RandomAccessCollection<Double>, of model: Int, _ quantities: FitQuantities
  ) -> Bool {
    let fields = record.dropFirst(2 * quantities.count).dropLast(quantities.isCertified ? 1 : 0)
    if quantities.isCertified, let proven = record.last, !RecordContent.flag.allows(proven) {
      return false
    }
    func value(_ field: Field) -> Double {
      fields[fields.index(fields.startIndex, offsetBy: field.rawValue)]
    }
    let profiles = ProfileRecord(quantities)
    guard Field.allCases.allSatisfy({ $0.content(quantities).allows(value($0)) }),
      profiles?.isPossible(fields.dropFirst(Field.allCases.count)) ?? true
    else { return false }
    // Every unit has a status, and those without a fit a reason.
    let isRefused = value(.status) == FitStatus.refused.tableCode
    guard !value(.status).isNaN, isRefused != value(.reason).isNaN else { return false }
    guard let bits = Int(exactly: value(.bounds)) else { return true }
    return BoundSides(bits: bits).isOfOnly(quantities.bounded[model])
  }

  /// What the doubles of a record are.
  ///
  /// - Parameter quantities: What the fits determine.
  /// - Returns: The names, as many as a record has doubles.
  static func fields(_ quantities: FitQuantities) -> [String] {
    quantities.names.flatMap { [$0, "e_\($0)"] } + Field.allCases.map { "\($0)" }
      + ProfileRecord(quantities).asList.flatMap(\.fields)
      + (quantities.isCertified ? ["proven"] : [])
  }

  /// Writes the result of a unit.
  ///
  /// - Parameters:
  ///   - result: The fit, or why there is none.
  ///   - places: The quantities of the model that are recorded, each with its place.
  ///   - quantities: What records have room for.
  ///   - curve: The curve that was fitted.
  ///   - record: Room for one record.
  static func write(
    _ result: Result<CurveFit, FitRefusal>, places: [(quantity: Quantity, place: Int)],
    of quantities: FitQuantities, curve: WeightedCurve,
    into record: UnsafeMutableBufferPointer<Double>
  ) {
    record.initialize(repeating: .nan)
    func set(_ field: Field, _ value: Double) {
      record[2 * quantities.count + field.rawValue] = value
    }
    func set(_ field: Field, _ value: Int) { set(field, Double(value)) }

    switch result {
    case .failure(let refusal):
      set(.status, FitStatus.refused.tableCode)
      set(.reason, quantities.code(of: refusal))
      set(.points, curve.curve.count)
      set(.replacedErrors, curve.replacedErrors)
    case .success(let fit):
      for (quantity, place) in places {
        record[2 * place] = fit.quantities[quantity]
        record[2 * place + 1] = fit.errors[quantity]
      }
      set(.status, fit.status.tableCode)
      set(.bounds, fit.bounds.bits)
      set(.chiSquared, fit.chiSquared)
      set(.degreesOfFreedom, fit.degreesOfFreedom)
      set(.priorTerm, fit.priorTerm)
      set(.rmse, fit.rmse)
      set(.outerRMSE, fit.outerRMSE)
      set(.laplace, fit.laplace)
      set(.points, fit.points)
      set(.clampedPoints, fit.clampedPoints)
      set(.replacedErrors, fit.replacedErrors)
      set(.baryonExcess, fit.baryonExcess)
      if quantities.isCertified { record[record.count - 1] = fit.isProven ? 1 : 0 }
      if let profile = fit.profile {
        ProfileRecord(quantities)?.write(profile, places: places, into: record)
      }
    }
  }
}
