import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Priors that name other quantities, and those of a shape of their own.
@Suite("General prior", .limited)
struct GeneralPriorTests {
  private static let omega = Quantity.parameter(0)
  private static let disk = Quantity.galaxy(.upsilonDisk)

  private static func times(_ factor: Double, _ quantity: Quantity) -> QuantityFormula {
    .two(.times, .number(factor), .quantity(quantity))
  }

  /// Priors of the disk's ratio: of each kind, within bounds that cut them and bounds that do not.
  static let shapes: [(GeneralPrior.Shape, ClosedRange<Double>)] = [
    (.normal(mean: times(0.02, omega), sigma: .number(0.1)), 0.1...2),
    (.normal(mean: times(-0.05, omega), sigma: .number(0.3)), 0.2...1),
    (.normal(mean: .number(0.6), sigma: times(0.01, omega)), 0.5...2),
    (.normal(mean: times(0.03, omega), sigma: times(0.02, omega)), 0...1),
    (.lognormal(median: times(0.02, omega), dex: .number(0.1)), 0...100),
    (.lognormal(median: times(0.02, omega), dex: times(0.01, omega)), 0.3...0.5),
    (.beta(a: 2, b: 5), 0.2...1.4), (.beta(a: 1, b: 3), 0...2), (.beta(a: 4.5, b: 1), 0.5...1),
    (.beta(a: 1, b: 1), 0.1...2),
  ]

  private static func space(
    _ shape: GeneralPrior.Shape, in bounds: ClosedRange<Double>,
    beside omega: ClosedRange<Double> = 0...50
  ) -> FitSpace {
    var space = FitSpace([FitRange(omega)], MassToLight()).freeing(.upsilonDisk, in: bounds)
    space.priors = [GeneralPrior(of: disk, shape)]
    return space
  }

  private static func problem(_ space: FitSpace) throws -> JointProblem {
    try EvidenceTests.problem(space)
  }

  private static func place(_ omega: Double, _ disk: Double) -> Quantities {
    var place = Quantities(repeating: 0)
    (place.galaxy.distance, place.galaxy.inclination, place.galaxy.upsilonGas) = (8, 60, 1)
    (place.law[0], place.galaxy.upsilonDisk) = (omega, disk)
    return place
  }

  @Test(arguments: 0..<shapes.count)
  func integratesToOneWithinItsBounds(_ index: Int) throws {
    let (shape, bounds) = Self.shapes[index]
    let law = LinearTerm.self
    let relations = try ResolvedSpace(
      law, law.card, FitSubject(EvidenceTests.galaxy.known), Self.space(shape, in: bounds)
    ).relations
    for omega in [4.0, 15, 40] {
      // A lognormal density is broad at small values: even in the logarithm.
      let low = max(bounds.lowerBound, 1e-3)
      let total = EvidenceTests.integral(
        from: Elementary.log(low), through: Elementary.log(bounds.upperBound)
      ) { logarithm in
        let value = min(max(Elementary.exp(logarithm), bounds.lowerBound), bounds.upperBound)
        let width = bounds.upperBound - bounds.lowerBound
        return value / width
          * Elementary.exp(relations.logPriorRatio(at: Self.place(omega, value)))
      }
      // What is left out below 0.001 of a density that is not zero there.
      #expect(total.isNear(1, absolute: bounds.lowerBound > 0 ? 1e-6 : 3e-3), "at \(omega)")
    }
  }

  @Test(arguments: 0..<shapes.count)
  func hasTheSlopesOfItsDifferences(_ index: Int) throws {
    let (shape, bounds) = Self.shapes[index]
    let problem = try Self.problem(Self.space(shape, in: bounds))
    let middle = bounds.lowerBound + 0.4 * (min(bounds.upperBound, 2) - bounds.lowerBound)
    for omega in [6.0, 30] {
      let place = Self.place(omega, middle)
      let sum = LinearTerm.sum(over: problem, at: place)
      for lane in problem.lanes.indices {
        let quantity = problem.lanes[lane]
        let slope = RotationLawTests.derivative(
          of: { value in
            var moved = place
            moved[quantity] = value
            return LinearTerm.sum(over: problem, at: moved).value
          }, at: place[quantity], step: 1e-3 * place[quantity])
        #expect(
          (-2 * sum.descent[lane]).isNear(slope, relative: 1e-6, absolute: 1e-6),
          "\(quantity) at \(omega)")
      }
    }
  }

  @Test func hasItsNormaliserInTheObjective() throws {
    let (shape, bounds) = Self.shapes[5]
    let law = LinearTerm.self
    let (space, plain) = (
      Self.space(shape, in: bounds), FitSpace([FitRange(0, 50)], MassToLight())
    )
    let problem = try Self.problem(space)
    let free = try Self.problem(plain.freeing(.upsilonDisk, in: bounds))
    let relations = try ResolvedSpace(
      law, law.card, FitSubject(EvidenceTests.galaxy.known), space
    ).relations
    // Up to one constant, and the slope of the logarithm, the objective is −2 ln of the density.
    let constants = [5.0, 12, 33].flatMap { omega in
      [0.31, 0.44].map { value in
        let place = Self.place(omega, value)
        let term =
          law.sum(over: problem, at: place).value - law.sum(over: free, at: place).value
        return term + 2 * (relations.logPriorRatio(at: place) + Elementary.log(value))
      }
    }
    for constant in constants { #expect(constant.isNear(constants[0], absolute: 1e-9)) }
  }

  @Test func isTheBestOfAFineGrid() throws {
    let law = NFWHalo.self
    let galaxy = JointFitTests.made(law)
    // A relation of concentration and mass that pulls away from what the curve says.
    let shape = GeneralPrior.Shape.lognormal(
      median: .two(
        .times, .number(14),
        .two(.power, .two(.divided, .quantity(.parameter(0)), .number(100)), .number(-0.3))),
      dex: .two(.times, .number(0.0006), .quantity(.parameter(0))))
    var space = FitSpace([FitRange(10, 500), FitRange(0, 1000)], MassToLight())
    space.priors = [GeneralPrior(of: .parameter(1), shape)]
    let fit = try galaxy.fit(law, in: space).get()
    let subject = FitSubject(galaxy.known)
    let problem = JointProblem(
      subject, try ResolvedSpace(law, law.card, subject, space), law.card)
    var place = Quantities(repeating: 0)
    (place.galaxy.distance, place.galaxy.inclination) = (8, 60)
    (place.galaxy.upsilonDisk, place.galaxy.upsilonBulge) = (0.5, 0.7)
    place.galaxy.upsilonGas = 1
    // Three times around the best place of a grid that is twenty times finer each time.
    var (speeds, shapes) = (10.0...500.0, 0.5...200.0)
    var best = (value: Double.infinity, speed: 0.0, concentration: 0.0)
    for _ in 0..<4 {
      for i in 0...60 {
        for j in 0...60 {
          place.law[0] = speeds.at(Double(i) / 60)
          place.law[1] = shapes.at(Double(j) / 60)
          let value = law.sum(over: problem, at: place).value
          if value < best.value { best = (value, place.law[0], place.law[1]) }
        }
      }
      speeds = speeds.around(best.speed, part: 0.05)
      shapes = shapes.around(best.concentration, part: 0.05)
    }
    #expect(fit.status == .interior)
    #expect((fit.chiSquared + fit.priorTerm).isNear(best.value, relative: 1e-6))
    #expect(fit.chiSquared + fit.priorTerm <= best.value + 1e-9)
    #expect(fit.quantities.law[0].isNear(best.speed, relative: 1e-2))
    #expect(fit.quantities.law[1].isNear(best.concentration, relative: 1e-2))
  }

  @Test func countsInTheEvidence() throws {
    let law = LinearTerm.self
    for shape in [
      GeneralPrior.Shape.lognormal(
        median: .two(.plus, .number(0.4), Self.times(0.005, Self.omega)), dex: .number(0.02)),
      .normal(mean: .number(0.5), sigma: .two(.plus, .number(0.01), Self.times(1e-4, Self.omega))),
      .beta(a: 90, b: 200),
    ] {
      let space = Self.space(shape, in: 0.1...2, beside: -50...50)
      let fit = try EvidenceTests.galaxy.fit(law, in: space).get()
      let best = fit.chiSquared + fit.priorTerm
      let relations = try ResolvedSpace(
        law, law.card, FitSubject(EvidenceTests.galaxy.known), space
      ).relations
      let flat = try Self.problem(
        FitSpace([FitRange(-50, 50)], MassToLight()).freeing(.upsilonDisk, in: 0.1...2))
      let (omega, disk) = (fit.quantities.law[0], fit.quantities.galaxy.upsilonDisk)
      // The likelihood times the density of the prior, over both quantities.
      let (rows, step) = (300, 0.4 / 300)
      var total = 0.0
      for row in 0...rows {
        let value = disk - 0.2 + Double(row) * step
        guard value > 0.1 else { continue }
        total +=
          step
          * EvidenceTests.integral(from: omega - 9, through: omega + 9) { omega in
            let place = Self.place(omega, value)
            let ratio = relations.logPriorRatio(at: place)
            return Elementary.exp(
              0.5 * (best - law.sum(over: flat, at: place).value) + ratio)
          }
      }
      let expected =
        best + EvidenceTests.normaliser(EvidenceTests.galaxy)
        - 2 * Elementary.log(total / 1.9 / 100)
      #expect(fit.status == .interior)
      #expect(fit.laplace.isNear(expected, absolute: 0.03), "\(shape)")
    }
  }

  @Test func isOneOfNumbersWhereNothingMoves() throws {
    let law = LinearTerm.self
    var related = FitSpace([FitRange(fixed: 10)], MassToLight()).freeing(.upsilonDisk, in: 0.1...2)
    related.priors = [
      GeneralPrior(
        of: Self.disk, .lognormal(median: Self.times(0.02, Self.omega), dex: .number(0.1)))
    ]
    let plain = FitSpace([FitRange(fixed: 10)], MassToLight())
      .freeing(.upsilonDisk, in: 0.1...2, .lognormal(median: 0.2, dex: 0.1))
    let (one, other) = (
      try EvidenceTests.galaxy.fit(law, in: related).get(),
      try EvidenceTests.galaxy.fit(law, in: plain).get()
    )
    #expect(one.quantities.galaxy.upsilonDisk == other.quantities.galaxy.upsilonDisk)
    #expect(one.errors.galaxy.upsilonDisk == other.errors.galaxy.upsilonDisk)
    #expect(one.priorTerm == other.priorTerm && one.laplace == other.laplace)
  }

  @Test func needsWhatItNames() {
    // The galaxy has no bulge.
    var space = FitSpace([FitRange(0, 50)], MassToLight()).freeing(.upsilonDisk, in: 0.1...2)
      .freeing(.upsilonBulge, in: 0.1...2)
    space.priors = [
      GeneralPrior(
        of: Self.disk,
        .normal(mean: Self.times(0.7, .galaxy(.upsilonBulge)), sigma: .number(0.1)))
    ]
    let fit = EvidenceTests.galaxy.fit(LinearTerm.self, in: space)
    #expect(throws: FitRefusal.priorWithoutValue) { try fit.get() }
    space = Self.space(.lognormal(median: Self.times(-1, Self.omega), dex: .number(1)), in: 0...2)
    let negative = EvidenceTests.galaxy.fit(LinearTerm.self, in: space)
    #expect(throws: FitRefusal.priorWithoutValue) { try negative.get() }
  }
}

extension ClosedRange<Double> {
  fileprivate func at(_ fraction: Double) -> Double {
    lowerBound + fraction * (upperBound - lowerBound)
  }

  /// A part of the range about a place within it.
  fileprivate func around(_ place: Double, part: Double) -> ClosedRange {
    let half = 0.5 * part * (upperBound - lowerBound)
    return Swift.max(lowerBound, place - half)...Swift.min(upperBound, place + half)
  }
}
