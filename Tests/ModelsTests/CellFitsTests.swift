import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits of cells side by side: what they are must not depend on how they are dealt, and they are
/// never worse than those of one cell after the other.
@Suite("Fits of cells", .limited)
struct CellFitsTests {
  /// The laws with a direct way for cells side by side.
  static let direct = [
    "linear", "quadrature", "tanh-taper", "rational-taper", "rational-taper-kRd", "rar",
  ]

  static func law(_ name: String) throws -> any RotationLaw.Type {
    try #require(ModelCatalogue.law(named: name))
  }

  /// Noisy galaxies, some of whose baryons pull outward.
  static func galaxies(_ law: any RotationLaw.Type, _ count: Int) -> [MadeGalaxy] {
    var generator = SplitMix64(seed: 77)
    return (0..<count).map { place in
      let galaxy = MadeGalaxy(points: 5 + 3 * place, &generator)
      return galaxy.following(law, galaxy.parameters(of: law, &generator))
        .disturbed(by: 1.5, &generator)
    }
  }

  @Test(arguments: direct)
  func doNotDependOnTheirNeighbours(_ name: String) throws {
    let law = try Self.law(name)
    let cells = MadeCells.ratios(5, in: 0...1.5)
    for galaxy in Self.galaxies(law, 4) {
      let made = MadeCells(law, galaxy)
      let straight = made.fits(cells, with: .proof).map(\.bits)
      for (factor, start) in [(7, 3), (11, 0), (24, 5)] {
        let order = cells.indices.map { (factor * $0 + start) % cells.count }
        let dealt = made.fits(order.map { cells[$0] }, with: .proof).map(\.bits)
        #expect(dealt == order.map { straight[$0] })
      }
      for size in [2, 3, 5] {
        let blocks = stride(from: 0, to: cells.count, by: size).flatMap { first in
          made.fits(Array(cells[first...].prefix(size)), with: .proof).map(\.bits)
        }
        #expect(blocks == straight)
      }
      for (cell, bits) in zip(cells, straight) {
        #expect(made.fits([cell], with: .proof).map(\.bits) == [bits])
      }
    }
  }

  @Test(arguments: direct)
  func areNeverWorseThanThoseOfSingleCells(_ name: String) throws {
    let law = try Self.law(name)
    let cells = MadeCells.ratios(4, in: 0...1.5)
    let bounds = law.card.parameters.map(\.bounds)
    let narrow = zip(bounds, law.card.example).map { bounds, example in
      max(bounds.lowerBound, 0.8 * example)...min(bounds.upperBound, 1.1 * example)
    }
    for galaxy in Self.galaxies(law, 5) {
      for bounds in [bounds, narrow] {
        let made = MadeCells(law, galaxy, in: bounds)
        for (new, old) in zip(made.fits(cells), made.fits(cells, by: .starts)) {
          let (new, old) = (try new.get(), try old.get())
          #expect(new.chiSquared <= old.chiSquared + 1e-10 * max(1, old.chiSquared))
          guard new.chiSquared.isNear(old.chiSquared, relative: 1e-10) else { continue }
          #expect(new.status == old.status && new.bounds == old.bounds)
          #expect(new.clampedPoints == old.clampedPoints)
          #expect(new.rmse.isNear(old.rmse, relative: 1e-6))
          #expect(new.baryonExcess == old.baryonExcess)
          for place in 0..<2 where !old.errors.law[place].isNaN {
            #expect(new.errors.law[place].isNear(old.errors.law[place], relative: 1e-5))
          }
          #expect(new.laplace.isNaN == old.laplace.isNaN)
          if !old.laplace.isNaN { #expect(new.laplace.isNear(old.laplace, absolute: 1e-4)) }
        }
      }
    }
  }

  /// What the search by starts finds stays as it was: no bit differs from single fits.
  @Test(arguments: ["linear", "tanh-taper", "rar"])
  func areThoseOfSingleCellsByStarts(_ name: String) throws {
    let law = try Self.law(name)
    let galaxy = Self.galaxies(law, 1)[0]
    let made = MadeCells(law, galaxy)
    let single = law.fit(made.subject, in: made.space, with: [])
    let (disk, bulge) = (made.space.galaxy.upsilonDisk, made.space.galaxy.upsilonBulge)
    #expect(made.fits([[disk.lower, bulge.lower]], by: .starts)[0].bits == single.bits)
  }

  @Test(arguments: ["tanh-taper", "rational-taper"])
  func mayFixParametersOfTheLaw(_ name: String) throws {
    let law = try Self.law(name)
    var made = MadeCells(law, Self.galaxies(law, 1)[0])
    for position in 0..<2 {
      made.fixed = [.galaxy(.upsilonDisk), .parameter(position)]
      let values = [1.0, 2, 3, 5, 8, 13, 21, 34, 50]
      let cells = values.map { [0.3 + 0.01 * $0, $0] }
      let (new, old) = (made.fits(cells), made.fits(cells, by: .starts))
      for (new, old) in zip(new, old) {
        let (new, old) = (try new.get(), try old.get())
        #expect(new.chiSquared.isNear(old.chiSquared, relative: 1e-12))
        #expect(new.status == old.status)
      }
      #expect(cells.flatMap { made.fits([$0]) }.map(\.bits) == new.map(\.bits))
    }
  }

  /// Where the galaxy is not that of the catalogue a cell goes the other way, and its neighbours
  /// do not care.
  @Test func mayLieAtAnotherDistance() throws {
    var made = MadeCells(RationalTaper.self, Self.galaxies(RationalTaper.self, 1)[0])
    made.fixed = [.galaxy(.distance)]
    let known = made.subject.distance
    let cells = [[known], [1.1 * known], [known], [0.9 * known]]
    let (new, old) = (made.fits(cells), made.fits(cells, by: .starts))
    for place in [1, 3] { #expect(new[place].bits == old[place].bits) }
    #expect(new[0].bits == new[2].bits)
    #expect(new[0].bits == made.fits([[known]])[0].bits)
    #expect(try new[0].get().chiSquared.isNear(try old[0].get().chiSquared, relative: 1e-12))
  }

  @Test func areRefusedLikeSingleOnes() throws {
    let galaxy = Self.galaxies(RationalTaper.self, 1)[0]
    var made = MadeCells(RationalTaper.self, galaxy)
    let cells = [[0.5, 0.5], [.nan, 0.5], [0.6, 0.7], [.infinity, 0.5]]
    #expect(
      made.fits(cells).map(\.isRefused) == made.fits(cells, by: .starts).map(\.isRefused))
    #expect(made.fits(cells)[2].bits == made.fits([cells[2]])[0].bits)
    made.space.law[1] = FitRange(3, 2)
    #expect(made.fits(cells).map(\.bits) == made.fits(cells, by: .starts).map(\.bits))
    let short = MadeCells(
      RationalTaper.self, MadeGalaxy(radius: [1, 2], observed: [20, 30]))
    #expect(short.fits(cells).map(\.bits) == short.fits(cells, by: .starts).map(\.bits))
  }

  /// Where a taper is 1 at every point its radius has no effect: the bound, not the last digits of
  /// a sum, is the answer.
  @Test func takeTheBoundWhereTheScaleHasNoEffect() throws {
    let galaxy = MadeGalaxy(radius: [6, 8, 11, 15], observed: [81, 79, 80.5, 79.5])
    for cell in [[0.3, 0.3], [0.7, 0.1], [0.5, 0.9]] {
      let fit = try MadeCells(TanhTaper.self, galaxy).fits([cell])[0].get()
      #expect(fit.quantities.law[1] == 0.1)
      #expect(fit.status == .atBound)
    }
  }

  /// Without baryons nothing depends on g†; far above every acceleration of the curve the lower
  /// bound is as good as any place.
  @Test func knowWhereAnAccelerationHasNoEffect() throws {
    let dark = MadeGalaxy(radius: [1, 2, 3, 4], observed: [10, 20, 30, 40])
    let fit = try MadeCells(RadialAccelerationRelation.self, dark).fits([[0.5, 0.5]])[0].get()
    #expect(fit.quantities.law[0].isNaN && fit.status == .unconstrained)
    let law = RadialAccelerationRelation.self
    var generator = SplitMix64(seed: 3)
    let slow = MadeGalaxy(points: 9, &generator).following(law, [1e-10])
    var slower = slow
    slower.curve.observedSpeed = slow.curve.observedSpeed.map { 0.5 * $0 }
    let low = try MadeCells(law, slower, in: [0...1e-9]).fits([[0.5, 0.7]])[0].get()
    #expect(low.quantities.law[0] == 0 && low.status == .atBound)
  }
}

extension GalaxyFits.Result {
  fileprivate var isRefused: Bool {
    if case .failure = self { return true }
    return false
  }
}
