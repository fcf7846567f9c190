import Models
import Posteriors
import Specs
import Steps
import Tables

/// How the posterior of a unit is laid out as doubles; what is missing is NaN.
///
/// First the fields below, then what is known of each quantity, then as far as they are kept the
/// correlations of each two, the bands at each point, and the draws.
struct PosteriorLayout: Sendable {
  /// What a record begins with.
  enum Field: Int, CaseIterable {
    /// Position in `PosteriorOutcome.allCases`.
    case outcome
    /// Position in ``PosteriorContent/refusals``.
    case reason
    /// Position in `PosteriorMethod.allCases`.
    case method
    case logEvidence
    case error
    case effectiveDraws
    case shape
    case likelihoods
    case modes
    case logDensity
    case errorOfDensity
    case effectiveParameters
    case shapeOfPoints
    case logEvidenceDoubled
    case errorDoubled
  }

  /// What is known of a quantity.
  enum Summary: Int, CaseIterable {
    /// 1 where the unit has it.
    case isThere
    case mean
    case std
    case median
    case p025
    case p16
    case p84
    case p975
    case lower68
    case upper68
    case lower95
    case upper95
    case errorOfMean
    case errorOfMedian
    case information
    /// Position in `PosteriorLimit.allCases`.
    case limit
  }

  /// How many speeds of a point have a band, and how many numbers a band has.
  static let speeds = 6
  static let numbersPerBand = 5
  /// A point has its radius, and the bands.
  static let numbersPerPoint = 1 + speeds * numbersPerBand

  private let content: PosteriorContent
  /// How many points a curve has at most.
  private let points: Int

  init(_ content: PosteriorContent, points: Int) {
    (self.content, self.points) = (content, points)
  }

  private var quantityCount: Int { content.quantities.count }
  private var nameCount: Int { content.names.count }

  /// Where what is known of a quantity begins.
  func start(of name: Int) -> Int { Field.allCases.count + name * Summary.allCases.count }

  private var correlationStart: Int { start(of: nameCount) }
  private var pairs: Int {
    content.makes(.correlations) ? quantityCount * (quantityCount - 1) / 2 : 0
  }

  /// Where the correlation of two quantities is.
  func place(of one: Int, with two: Int) -> Int {
    let (low, high) = (min(one, two), max(one, two))
    return correlationStart + high * (high - 1) / 2 + low
  }

  private var pointStart: Int { correlationStart + pairs }
  private var pointCount: Int { content.makes(.predictive) ? points : 0 }

  /// Where a point begins.
  func start(ofPoint point: Int) -> Int { pointStart + point * Self.numbersPerPoint }

  /// How many numbers a draw has: the quantities, what follows from them, and ln L.
  var numbersPerDraw: Int { nameCount + 1 }

  /// Where a draw begins.
  func start(ofDraw draw: Int) -> Int { start(ofPoint: pointCount) + draw * numbersPerDraw }

  private var drawCount: Int { content.makes(.draws) ? content.settings.draws : 0 }

  /// The length of a record.
  var width: Int { start(ofDraw: drawCount) }

  /// What the doubles of a record are, by name.
  var fields: [String] {
    let names = content.names
    let quantities = content.quantities.names
    let own = Field.allCases.map { "\($0)" }
    let known = names.flatMap { name in Summary.allCases.map { "\(name) \($0)" } }
    let correlations =
      pairs == 0
      ? []
      : quantities.indices.flatMap { high in
        (0..<high).map { "\(quantities[$0]) \(quantities[high])" }
      }
    let points = (0..<pointCount).flatMap { point in
      (0..<Self.numbersPerPoint).map { "point \(point) \($0)" }
    }
    let draws = (0..<drawCount).flatMap { draw in
      (names + ["ln_likelihood"]).map { "draw \(draw) \($0)" }
    }
    return own + known + correlations + points + draws
  }

  /// Whether a unit can have a record.
  func isPossible(_ record: some RandomAccessCollection<Double>) -> Bool {
    guard record.count == width else { return false }
    func value(_ place: Int) -> Double { record[record.index(record.startIndex, offsetBy: place)] }
    let codes: [(Field, Int)] = [
      (.outcome, PosteriorOutcome.allCases.count), (.reason, content.refusals.count),
      (.method, PosteriorMethod.allCases.count),
    ]
    guard !value(Field.outcome.rawValue).isNaN,
      codes.allSatisfy({ RecordContent.code(below: $1).allows(value($0.rawValue)) }),
      [Field.likelihoods, .modes].allSatisfy({ RecordContent.whole.allows(value($0.rawValue)) })
    else { return false }
    return (0..<nameCount).allSatisfy { name in
      let start = start(of: name)
      return RecordContent.flag.allows(value(start))
        && RecordContent.code(below: PosteriorLimit.allCases.count)
          .allows(value(start + Summary.limit.rawValue))
    }
  }
}
