import Galaxies
import Numerics

/// The space of a fit worked out for one galaxy and checked: what is free, and where the rest is
/// fixed.
package struct ResolvedSpace {
  /// The bounds that results lie within, and the priors; where the bounds are the same the quantity
  /// is fixed and its prior uniform.
  ///
  /// A distance or inclination that the catalogue does not have is fixed at the stand-in that it is
  /// measured by.
  package private(set) var ranges: FitSpace
  /// The quantities that are free.
  package private(set) var lanes = FreeLanes()
  /// The ratios of components that the galaxy does not have: neither free nor fixed.
  private(set) var isAbsent = GalaxyValues(repeating: false)
  /// Whether the galaxy is that of the catalogue and no prior bears on what is free.
  private(set) var isPlain = true
  /// What holds between the quantities: ties to what is free, and general priors of it.
  package internal(set) var relations = ResolvedRelations()

  /// Works out a space.
  ///
  /// - Parameters:
  ///   - law: The law to be fitted.
  ///   - card: Its card.
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of every quantity.
  ///   - allowsFewPoints: Whether bounds count as something said beforehand of everything that is
  ///     free, so that data may be few.
  /// - Throws: The reason why there can be no fit.
  /// - Precondition: At most ``FreeLanes/capacity`` quantities are free.
  package init(
    _ law: any RotationLaw.Type, _ card: ModelCard, _ subject: FitSubject,
    _ space: consuming FitSpace, allowsFewPoints: Bool = false
  ) throws(FitRefusal) {
    ranges = space
    for position in card.parameters.count..<ParameterVector.capacity {
      ranges.law[position] = FitRange(fixed: 0)
    }
    for (position, parameter) in card.parameters.enumerated() {
      let quantity = Quantity.parameter(position)
      guard !ranges.isTied(quantity) else {
        ranges[quantity] = FitRange(fixed: card.example[position])
        continue
      }
      let range = try checkedBounds(quantity)
      guard parameter.domain == .real || range.lower >= 0, parameter.admits(range.upper) else {
        throw .boundOutsideDomain
      }
      if try applyPrior(quantity) {
        lanes.append(quantity)
      } else if !parameter.admits(ranges[quantity].lower) {
        throw .boundOutsideDomain
      }
    }
    for parameter in [GalaxyParameter.upsilonDisk, .upsilonBulge, .upsilonGas] {
      try admitRatio(parameter, isPresent: subject.has[parameter])
    }
    try admit(.distance, known: subject.distance, isKnown: subject.has.distance)
    try admit(.inclination, known: subject.inclination, isKnown: subject.has.inclination)
    for fact in card.needs where !fact.isKnown(in: subject.facts) { throw .missing(fact.column) }
    let count = subject.points.count
    guard count > lanes.count || (count > 0 && (allowsFewPoints || isKnown)) else {
      throw .tooFewPoints
    }
    bounds = law.effectiveBounds(bounds)
    try relate(card)
  }

  /// Whether something is said beforehand of everything that is free, so that data may be few.
  private var isKnown: Bool {
    lanes.indices.allSatisfy { ranges[lanes[$0]].isKnown }
  }

  /// Takes note that the galaxy is not that of the catalogue, or a prior bears on what is free.
  mutating func bend() { isPlain = false }

  /// Gives a free quantity a prior.
  mutating func give(_ quantity: Quantity, _ prior: Prior) {
    ranges[quantity].prior = prior
  }

  /// The bounds of the law's parameters.
  var bounds: LawBounds {
    @inline(__always) get {
      var bounds = LawBounds(lower: ParameterVector(), upper: ParameterVector())
      for position in ranges.law.indices {
        bounds.lower[position] = ranges.law[position].lower
        bounds.upper[position] = ranges.law[position].upper
      }
      return bounds
    }
    set {
      for position in ranges.law.indices {
        ranges.law[position].lower = newValue.lower[position]
        ranges.law[position].upper = newValue.upper[position]
      }
    }
  }

  /// The lower bound of every quantity; the value of one that is fixed.
  package var corner: Quantities {
    var corner = Quantities(repeating: 0)
    corner.law = bounds.lower
    corner.galaxy = GalaxyValues { ranges.galaxy[$0].lower }
    return corner
  }

  /// Fixes a quantity that is not free, at a value that makes sense.
  mutating func fix(_ quantity: Quantity, at value: Double) {
    ranges[quantity] = FitRange(fixed: value)
  }

  /// The bound that a quantity lies on; `nil` for none, and for a galaxy seen edge-on.
  func side(of quantity: Quantity, in values: Quantities) -> BoundSides.Side? {
    let (value, range) = (values[quantity], ranges[quantity])
    if value == range.lower { return .lower }
    return value == range.upper && !isEdgeOn(values, quantity) ? .upper : nil
  }

  /// How near 90° counts as edge-on, in widths of the bounds: the search does not feel less.
  private static let edgeOnWidth = 1e-6

  /// The quantities with an inclination that is edge-on to within what a search feels at 90°.
  func settled(_ values: Quantities) -> Quantities {
    guard canBeEdgeOn else { return values }
    let range = ranges.galaxy.inclination
    var settled = values
    if range.upper - values.galaxy.inclination <= Self.edgeOnWidth * (range.upper - range.lower) {
      settled.galaxy.inclination = range.upper
    }
    return settled
  }

  /// Whether a galaxy is seen edge-on: not on a bound, because speeds are even about 90°.
  func isEdgeOn(_ values: Quantities) -> Bool {
    canBeEdgeOn && values.galaxy.inclination == ranges.galaxy.inclination.upper
  }

  /// Whether that is what keeps a quantity from being on a bound.
  func isEdgeOn(_ values: Quantities, _ quantity: Quantity) -> Bool {
    quantity == .galaxy(.inclination) && isEdgeOn(values)
  }

  /// Whether the inclination is free up to 90° and no prior asks for more, which would make 90° a
  /// bound.
  private var canBeEdgeOn: Bool {
    let range = ranges.galaxy.inclination
    return lanes.lane(of: .galaxy(.inclination)) != nil
      && range.upper == GalaxyParameter.inclination.domain.upperBound
      && range.prior.isStationary(at: range.upper)
      && !relations.involve(.galaxy(.inclination))
  }

  private func checkedBounds(_ quantity: Quantity) throws(FitRefusal) -> FitRange {
    let range = ranges[quantity]
    guard range.lower.isFinite, range.upper.isFinite else { throw .boundWithoutValue }
    guard range.lower <= range.upper else { throw .reversedBounds }
    return range
  }

  /// Tells whether a quantity is free, by its bounds and its prior.
  private mutating func applyPrior(_ quantity: Quantity) throws(FitRefusal) -> Bool {
    let range = ranges[quantity]
    let (lower, upper) = (range.lower, range.upper)
    if range.prior == .logUniform, lower <= 0 { throw .priorWithoutValue }
    guard !range.prior.isFlat else { return lower < upper }
    guard range.prior.isSound else { throw .priorWithoutValue }
    if let value = range.prior.fixedValue {
      guard lower <= value, value <= upper else { throw .priorOutsideBounds }
      ranges[quantity] = FitRange(fixed: value)
      return false
    }
    if case .lognormal = range.prior, upper <= 0 { throw .priorOutsideBounds }
    if lower < upper { isPlain = false } else { ranges[quantity].prior = .uniform }
    return lower < upper
  }

  /// Admits the ratio of a component, which may be any number where it is fixed.
  private mutating func admitRatio(
    _ parameter: GalaxyParameter, isPresent: Bool
  ) throws(FitRefusal) {
    let quantity = Quantity.galaxy(parameter)
    guard !ranges.isTied(quantity) else {
      isAbsent[parameter] = !isPresent
      ranges[quantity] = FitRange(fixed: 0)
      return
    }
    let range = try checkedBounds(quantity)
    if range.lower < range.upper, !parameter.domain.contains(range) {
      throw .galaxyBoundOutsideDomain
    }
    guard try applyPrior(quantity) else { return }
    isPlain = false
    if isPresent {
      lanes.append(quantity)
    } else {
      isAbsent[parameter] = true
      ranges[quantity] = FitRange(fixed: 0)
    }
  }

  /// Admits a quantity that the catalogue may have.
  ///
  /// - Parameters:
  ///   - parameter: Which.
  ///   - known: The catalogue's value, or the stand-in for it.
  ///   - isKnown: Whether the catalogue has it.
  /// - Throws: The reason why there can be no fit.
  private mutating func admit(
    _ parameter: GalaxyParameter, known: Double, isKnown: Bool
  ) throws(FitRefusal) {
    let quantity = Quantity.galaxy(parameter)
    guard !ranges.isTied(quantity) else {
      guard isKnown else { throw .missing(parameter.rawValue) }
      ranges[quantity] = FitRange(fixed: known)
      isPlain = false
      return
    }
    if ranges[quantity].lower.isNaN, ranges[quantity].upper.isNaN {
      // What is not known has no prior either.
      if !isKnown { ranges[quantity].prior = .uniform }
      ranges[quantity] = FitRange(known, known, ranges[quantity].prior)
    }
    _ = try checkedBounds(quantity)
    let isFree = try applyPrior(quantity)
    guard isFree || ranges[quantity].lower != known else { return }
    guard parameter.domain.contains(ranges[quantity]) else { throw .galaxyBoundOutsideDomain }
    guard isKnown else { throw .missing(parameter.rawValue) }
    isPlain = false
    if isFree { lanes.append(quantity) }
  }
}

extension ClosedRange<Double> {
  fileprivate func contains(_ range: FitRange) -> Bool {
    contains(range.lower) && contains(range.upper)
  }
}
