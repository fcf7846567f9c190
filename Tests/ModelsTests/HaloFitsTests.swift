import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits of halos by the profile over the scale radius, against the search from many starts.
@Suite("Fits of halos to cells of a galaxy", .limited)
struct HaloFitsTests {
  /// A galaxy with a halo of some law, not always inside the bounds.
  static func galaxy(_ name: String, _ generator: inout SplitMix64) throws -> MadeGalaxy {
    let law = try #require(ModelCatalogue.law(named: name))
    let galaxy = MadeGalaxy(points: 7 + Int(9 * generator.uniform()), &generator)
    let parameters =
      [
        20 * Elementary.exp(3 * generator.uniform()), 2 * Elementary.exp(3 * generator.uniform()),
      ] + law.card.example.dropFirst(2)
    return galaxy.following(law, parameters).disturbed(by: 1.5, &generator)
  }

  @Test(arguments: HaloFits.names, HaloFits.bounds)
  func areNeverWorse(_ name: String, _ bounds: [ClosedRange<Double>]) throws {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<3 {
      let fits = try HaloFits(name, Self.galaxy(name, &generator), in: bounds)
      let count = try fits.comparison(HaloFits.ratios(3))
      #expect(count.worse == 0 && count.others == 0)
    }
  }

  /// What cells fix of the halo itself: v200, c200, and the shape of an einasto halo.
  static let fixed: [(String, Int, [Double])] = [
    ("nfw", 0, [40, 90, 200]), ("nfw", 1, [0, 8, 30]), ("burkert", 0, [20, 60, 150]),
    ("burkert", 1, [3, 12, 300]), ("pseudo-isothermal", 1, [0, 20]),
    ("einasto", 2, [0.17, 0.6, 2]),
    ("einasto", 1, [0, 12]), ("einasto", 0, [80, 150]),
  ]

  @Test(arguments: fixed)
  func areNeverWorseWhereCellsFixAParameter(
    _ name: String, _ position: Int, _ values: [Double]
  ) throws {
    var generator = SplitMix64(seed: 8)
    var fits = try HaloFits(name, Self.galaxy(name, &generator), in: HaloFits.bounds[0])
    fits.fixed = [.parameter(position)]
    let cells = values.map { [$0] }
    #expect(try fits.comparison(cells).worse == 0)
    for (cell, fit) in zip(cells, try fits.at(cells)) {
      #expect(fit.quantities.law[position] == cell[0])
      #expect(try fits.at([cell])[0].haloBits == fit.haloBits)
    }
  }

  /// Cells dealt to other lanes, and each cell alone, with nodes side by side instead.
  @Test(arguments: HaloFits.names, HaloFits.bounds)
  func doNotDependOnTheirNeighbours(_ name: String, _ bounds: [ClosedRange<Double>]) throws {
    var generator = SplitMix64(seed: 34)
    let fits = try HaloFits(name, Self.galaxy(name, &generator), in: bounds)
    let cells = HaloFits.ratios(19)
    let order = cells.indices.map { (7 * $0 + 4) % cells.count }
    let straight = try fits.at(cells).map(\.haloBits)
    #expect(
      try fits.at(order.map { cells[$0] }).map(\.haloBits) == order.map { straight[$0] })
    for (cell, bits) in zip(cells, straight).prefix(4) {
      #expect(try fits.at([cell])[0].haloBits == bits)
    }
  }

  /// Galaxies whose gas pulls outward: a minimum on either side of a total that passes zero.
  @Test(arguments: HaloFits.names)
  func areNeverWorseWhereBaryonsPullOutward(_ name: String) throws {
    var generator = SplitMix64(seed: 55)
    for _ in 0..<4 {
      let galaxy = OutwardBaryonsTests.galaxy(&generator)
      let fits = try HaloFits(name, galaxy, in: HaloFits.bounds[0])
      #expect(try fits.comparison(HaloFits.ratios(3)).worse == 0)
    }
  }

  /// The parameters that made a curve, and a bound exactly where the optimum lies on it.
  @Test(arguments: HaloFits.names)
  func findWhatMadeTheCurve(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    var generator = SplitMix64(seed: 3)
    let galaxy = MadeGalaxy(points: 20, &generator).following(law, law.card.example)
    let cell = [[MassToLight().disk, MassToLight().bulge]]
    let fit = try HaloFits(name, galaxy, in: HaloFits.bounds[0]).at(cell)[0]
    #expect(fit.chiSquared < 1e-12)
    for (position, value) in law.card.example.enumerated() {
      #expect(fit.quantities.law[position].isNear(value, relative: 1e-5))
    }
    let (speed, concentration) = (law.card.example[0], law.card.example[1])
    let low = [10...(0.7 * speed), 0...(0.5 * concentration)]
    let bound = try HaloFits(name, galaxy, in: low).at(cell)[0]
    #expect(bound.status == .atBound && !bound.bounds.isEmpty)
  }

  /// Without a halo nothing depends on c200, nor at c200 = 0 on the v200 of a core.
  @Test func haveNoNumberForWhatHasNoEffect() throws {
    let galaxy = MadeGalaxy(radius: [1, 2, 4, 8], observed: [0, 0, 0, 0])
    let none = try HaloFits("nfw", galaxy, in: [0...500, 1...100]).at([[0.5, 0.7]])[0]
    #expect(none.quantities.law[0] == 0 && none.quantities.law[1].isNaN)
    let least = try HaloFits("burkert", galaxy, in: [50...500, 0...100]).at([[0.5, 0.7]])[0]
    #expect(least.status == .atBound)
  }
}
