import Models
import Numerics
import Posteriors
import Specs
import Tables

/// Writes the posterior of a unit into its record.
struct PosteriorUnit {
  let content: PosteriorContent
  let layout: PosteriorLayout
  /// The quantities of the model that have a place in a record.
  let places: [(quantity: Quantity, place: Int)]
  /// The place of each derived number that the model has, among all names, and its formula.
  let derived: [(place: Int, formula: QuantityFormula)]

  /// What is wanted of a posterior.
  var wishes: PosteriorWishes {
    PosteriorWishes(
      derived: derived.map(\.formula), draws: content.makes(.draws),
      predictive: content.makes(.predictive))
  }

  /// Writes that there is none.
  ///
  /// - Parameters:
  ///   - refusal: Why.
  ///   - record: The record, all of it missing.
  func write(_ refusal: PosteriorRefusal, into record: UnsafeMutableBufferPointer<Double>) {
    record[PosteriorLayout.Field.outcome.rawValue] = PosteriorOutcome.refused.tableCode
    guard let code = content.refusals.firstIndex(of: refusal) else {
      preconditionFailure("no posterior of these models is refused with '\(refusal.text)'")
    }
    record[PosteriorLayout.Field.reason.rawValue] = Double(code)
  }

  /// Writes a posterior.
  ///
  /// - Parameters:
  ///   - posterior: What is known.
  ///   - doubled: The evidence with wider flat priors, where it is asked for.
  ///   - record: The record, all of it missing.
  func write(
    _ posterior: PosteriorRecord, _ doubled: DoubledEvidence?,
    into record: UnsafeMutableBufferPointer<Double>
  ) {
    func set(_ field: PosteriorLayout.Field, _ value: Double) { record[field.rawValue] = value }
    let (evidence, prediction) = (posterior.evidence, posterior.prediction)
    set(.outcome, PosteriorOutcome(evidence.status).tableCode)
    set(.method, evidence.method.tableCode)
    set(.logEvidence, evidence.logValue)
    set(.error, evidence.error)
    set(.effectiveDraws, evidence.effectiveDraws.isFinite ? evidence.effectiveDraws : .nan)
    set(.shape, evidence.shape)
    set(.likelihoods, Double(evidence.likelihoods))
    set(.modes, Double(evidence.modes))
    set(.logDensity, prediction.logDensity)
    set(.errorOfDensity, prediction.error)
    set(.effectiveParameters, prediction.effectiveParameters)
    set(.shapeOfPoints, prediction.shape.isFinite ? prediction.shape : .nan)
    if let doubled {
      set(.logEvidenceDoubled, doubled.logValue)
      set(.errorDoubled, doubled.error)
    }
    let own = posterior.quantities.map { quantity in
      places.first { $0.quantity == quantity }?.place
    }
    for (place, known) in zip(own, posterior.posteriors) {
      if let place { write(known, at: layout.start(of: place), into: record) }
    }
    for (derived, known) in zip(derived, posterior.derived) {
      write(known, at: layout.start(of: derived.place), into: record)
    }
    if content.makes(.correlations) {
      for one in own.indices {
        for two in 0..<one {
          guard let first = own[one], let second = own[two] else { continue }
          record[layout.place(of: first, with: second)] = posterior.correlations[one][two]
        }
      }
    }
    for (index, point) in posterior.predictive.enumerated() {
      write(point, at: layout.start(ofPoint: index), into: record)
    }
    for (index, draw) in posterior.draws.enumerated() {
      let start = layout.start(ofDraw: index)
      for (place, value) in values(of: draw).enumerated() { record[start + place] = value }
    }
  }

  /// The numbers of a draw: the quantities, what follows from them, ln L.
  func values(of draw: PosteriorDraw) -> [Double] {
    var values = [Double](repeating: .nan, count: layout.numbersPerDraw)
    for (quantity, place) in places { values[place] = draw.quantities[quantity] }
    for (place, formula) in derived { values[place] = formula.value(at: draw.quantities) }
    values[values.count - 1] = draw.logLikelihood
    return values
  }

  private func write(
    _ known: QuantityPosterior, at start: Int, into record: UnsafeMutableBufferPointer<Double>
  ) {
    func set(_ field: PosteriorLayout.Summary, _ value: Double) {
      record[start + field.rawValue] = value
    }
    set(.isThere, 1)
    set(.mean, known.mean)
    set(.std, known.std)
    set(.median, known.median)
    set(.p025, known.p025)
    set(.p16, known.p16)
    set(.p84, known.p84)
    set(.p975, known.p975)
    set(.lower68, known.hdi68.lower)
    set(.upper68, known.hdi68.upper)
    set(.lower95, known.hdi95.lower)
    set(.upper95, known.hdi95.upper)
    set(.errorOfMean, known.errorOfMean)
    set(.errorOfMedian, known.errorOfMedian)
    set(.information, known.information)
    if let limit = known.limit { set(.limit, limit.tableCode) }
  }

  private func write(
    _ point: PredictivePoint, at start: Int, into record: UnsafeMutableBufferPointer<Double>
  ) {
    record[start] = point.radius
    let bands = [point.gas, point.disk, point.bulge, point.baryons, point.extra, point.model]
    for (place, band) in bands.enumerated() {
      let numbers = [band.median, band.p025, band.p16, band.p84, band.p975]
      for (offset, number) in numbers.enumerated() {
        record[start + 1 + place * PosteriorLayout.numbersPerBand + offset] = number
      }
    }
  }
}
