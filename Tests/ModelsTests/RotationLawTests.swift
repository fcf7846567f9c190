import Models
import Numerics
import TestKit
import Testing

@Suite("Rotation law", .limited)
struct RotationLawTests {
  static let names = ModelCatalogue.names

  static func law(_ name: String) throws -> any RotationLaw.Type {
    try #require(ModelCatalogue.law(named: name))
  }

  static func point(_ radius: Double, baryons: Double = 50) -> LawPoint<Double> {
    LawPoint(radius: radius, baryonSpeed: baryons, of: GalaxyFacts(each: 2.5))
  }

  /// Parameters drawn well inside the published bounds, positive.
  static func parameters(
    of law: any RotationLaw.Type, _ generator: inout SplitMix64
  ) -> ParameterVector {
    ParameterVector(
      law.card.parameters.map { parameter in
        let (low, high) = (parameter.bounds.lowerBound, parameter.bounds.upperBound)
        let part = 0.05 + 0.9 * generator.uniform()
        guard parameter.spacing == .log else { return high * part }
        let bottom = low > 0 ? low : 1e-4 * high
        return bottom * Elementary.pow(high / bottom, part)
      })
  }

  @Test(arguments: names)
  func addsNothingAtTheCentre(_ name: String) throws {
    let law = try Self.law(name)
    var generator = SplitMix64(seed: 1)
    for _ in 0..<50 {
      let parameters = Self.parameters(of: law, &generator)
      let first = law.speed(at: Self.point(1e-12), parameters) - 50
      #expect(abs(first) < 1e-4)
      #expect(law.speed(at: Self.point(0), parameters) == 50)
    }
  }

  @Test(arguments: names)
  func leavesTheBaryonsWhereItsAmplitudeIsZero(_ name: String) throws {
    let law = try Self.law(name)
    var parameters = ParameterVector(law.card.example)
    parameters[0] = 0
    for radius in [0.01, 1, 30, 1e4] {
      #expect(law.speed(at: Self.point(radius), parameters) == 50)
    }
  }

  @Test func growsWithoutEndOnlyWithoutATaper() {
    let far = Self.point(1e12)
    #expect(LinearTerm.speed(at: far, ParameterVector(3, 0)).isNear(3e12, relative: 1e-10))
    #expect(QuadratureTerm.speed(at: far, ParameterVector(3, 0)).isNear(3e12))
    // ω r_t, v_max and ω k r_disk are all that a taper adds far outside.
    #expect(RationalTaper.speed(at: far, ParameterVector(3, 4)).isNear(62, relative: 1e-10))
    #expect(TanhTaper.speed(at: far, ParameterVector(3, 4)) == 53)
    #expect(ScaledRationalTaper.speed(at: far, ParameterVector(3, 4)).isNear(80, relative: 1e-10))
  }

  @Test func isLinearFarInsideTheTaperRadius() {
    for radius in [1e-6, 1e-5, 1e-4] {
      let point = Self.point(radius, baryons: 0)
      let linear = LinearTerm.speed(at: point, ParameterVector(3, 0))
      #expect(RationalTaper.speed(at: point, ParameterVector(3, 8)).isNear(linear, relative: 2e-5))
      #expect(TanhTaper.speed(at: point, ParameterVector(24, 8)).isNear(linear, relative: 1e-9))
    }
  }

  @Test func isEvenInOmegaInQuadrature() {
    for radius in [0.1, 3, 40] {
      let point = Self.point(radius)
      #expect(
        QuadratureTerm.speed(at: point, ParameterVector(7, 0))
          == QuadratureTerm.speed(at: point, ParameterVector(-7, 0)))
    }
  }

  @Test func isTheSameTaperWithItsRadiusInScaleLengths() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<200 {
      let point = Self.point(40 * generator.uniform())
      let (omega, k) = (100 * generator.uniform(), 0.1 + 15 * generator.uniform())
      let scaled = ScaledRationalTaper.speed(at: point, ParameterVector(omega, k))
      #expect(scaled.isNear(RationalTaper.speed(at: point, ParameterVector(omega, 2.5 * k))))
    }
  }

  /// The derivative of a function by differences of sixth order.
  static func derivative(of function: (Double) -> Double, at x: Double, step: Double) -> Double {
    func difference(_ n: Double) -> Double { function(x + n * step) - function(x - n * step) }
    return (45 * difference(1) - 9 * difference(2) + difference(3)) / (60 * step)
  }

  @Test(arguments: names)
  func knowsItsDerivatives(_ name: String) throws {
    let law = try Self.law(name)
    var generator = SplitMix64(seed: 3)
    for _ in 0..<300 {
      let point = Self.point(
        30 * generator.uniform() + 0.05, baryons: 150 * generator.uniform())
      let parameters = Self.parameters(of: law, &generator)
      var derivatives = LawDerivatives<Double>()
      let speed = law.speed(at: point, parameters, derivatives: &derivatives)
      for (index, parameter) in law.card.parameters.enumerated() {
        let value = parameters[index]
        let numeric = Self.derivative(
          of: { shifted in
            var moved = parameters
            moved[index] = shifted
            return law.speed(at: point, moved)
          }, at: value, step: 0.004 * value)
        #expect(
          derivatives.parameters[index].isNear(
            numeric, relative: 1e-8, absolute: 1e-9 * speed / value),
          "\(parameter.name) of \(parameters) at \(point.radius) kpc")
      }
      let byBaryons = Self.derivative(
        of: { baryons in
          law.speed(
            at: LawPoint(radius: point.radius, baryonSpeed: baryons, of: point.galaxy), parameters)
        }, at: point.baryonSpeed, step: 0.004 * point.baryonSpeed)
      let bySpeed = derivatives.baryonSpeed + 2 * point.baryonSpeed * derivatives.baryonSquare
      #expect(bySpeed.isNear(byBaryons, relative: 1e-7, absolute: 1e-9))
    }
  }

  @Test(arguments: names)
  func knowsTheSlopeOfItsShape(_ name: String) throws {
    guard let law = try Self.law(name) as? any SeparableLaw.Type else { return }
    var generator = SplitMix64(seed: 4)
    for _ in 0..<300 {
      let (radius, scale) = (30 * generator.uniform() + 0.05, 20 * generator.uniform() + 0.1)
      let facts = GalaxyFacts(each: 2.5)
      let shape = law.shape(at: radius, scale: scale, in: facts)
      let numeric = Self.derivative(
        of: { law.shape(at: radius, scale: $0, in: facts).value }, at: scale,
        step: 0.004 * scale)
      #expect(
        shape.slope.isNear(numeric, relative: 1e-8, absolute: 1e-9 * shape.value / scale))
    }
  }

  @Test(arguments: names)
  func knowsItsSecondDerivatives(_ name: String) throws {
    let law = try Self.law(name)
    guard law.hasBend else { return }
    let parameters = ParameterVector(law.card.example)
    for radius in [0.4, 3, 12.0] {
      for square in [-20.0, 900, 40_000] {
        let point = LawPoint(radius: radius, baryonSquare: square, of: GalaxyFacts(each: 2.5))
        func slope(_ row: Int, by column: Int) -> Double {
          Self.derivative(
            of: { value in
              var (moved, derivatives) = (parameters, LawDerivatives<Double>())
              moved[column] = value
              _ = law.speed(at: point, moved, derivatives: &derivatives)
              return derivatives.parameters[row]
            }, at: parameters[column], step: 0.004 * parameters[column])
        }
        var derivatives = LawDerivatives<Double>()
        _ = law.speed(at: point, parameters, derivatives: &derivatives)
        let bend = derivatives.bend
        let count = law.card.parameters.count
        let pairs = [(bend.first, 0, 0), (bend.mixed, 0, 1), (bend.second, 1, 1)]
        for (value, row, column) in pairs where column < count {
          let size = derivatives.parameters[row] / parameters[column]
          #expect(
            value.isNear(
              slope(row, by: column), relative: 1e-7, absolute: 1e-8 * size.magnitude))
        }
      }
    }
  }

  @Test func hasAQuadratureDerivativeEvenWithoutBaryons() {
    var derivatives = LawDerivatives<Double>()
    let point = LawPoint(radius: 3, baryonSpeed: 0)
    #expect(QuadratureTerm.speed(at: point, ParameterVector(), derivatives: &derivatives) == 0)
    #expect(derivatives.parameters[0] == 3)
  }

  @Test func saturatesAtOnceForATaperRadiusOfZero() {
    #expect(TanhTaper.speed(at: Self.point(1e-3), ParameterVector(30, 0)) == 80)
    #expect(RationalTaper.speed(at: Self.point(1e-3), ParameterVector(30, 0)) == 50)
  }
}
