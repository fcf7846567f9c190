import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// Fits that are proven to be the best, against every scale of a fine grid.
@Suite("Proof of a scale", .limited)
struct ScaleProofTests {
  static let laws: [any SeparableLaw.Type] = [TanhTaper.self, RationalTaper.self]

  /// A curve that no law made: several minima are usual.
  static func galaxy(_ generator: inout SplitMix64) -> MadeGalaxy {
    var galaxy = MadeGalaxy(points: 3 + Int(14 * generator.uniform()), &generator)
    let size = 20 + 180 * generator.uniform()
    let spread = generator.uniform()
    for i in 0..<galaxy.curve.count {
      galaxy.curve.radius[i] *= 0.3 + 3 * generator.uniform()
      galaxy.curve.observedSpeed[i] =
        size * max(0, 1 - spread + 2 * spread * generator.uniform())
    }
    galaxy.curve.radius.sort()
    return galaxy
  }

  /// Proves fits of random problems, and looks for anything better.
  ///
  /// - Returns: How many fits there were, how many were proven, how many of these were not the best
  ///   of the scales that were looked at.
  static func check(
    _ law: any SeparableLaw.Type, galaxies: Int, cells count: Int, scales: Int, seed: UInt64
  ) throws -> (fits: Int, proven: Int, wrong: Int) {
    var generator = SplitMix64(seed: seed)
    var (fits, proven, wrong) = (0, 0, 0)
    for _ in 0..<galaxies {
      let galaxy = galaxy(&generator)
      let top = [50, 500, 2000][Int(3 * generator.uniform())]
      let bottom = [0, 0, -100, 10][Int(4 * generator.uniform())]
      var made = MadeCells(law, galaxy, in: [Double(bottom)...Double(top), 0.1...50])
      let cells = (0..<count).map { _ in [1.5 * generator.uniform(), 1.5 * generator.uniform()] }
      let results = try made.fits(cells, with: .proof).map { try $0.get() }
      fits += results.count
      proven += results.count(where: \.isProven)
      made.fixed.append(.parameter(0))
      let bare = try made.fits(cells.map { $0 + [0] }).map { try $0.get().chiSquared }
      made.fixed[2] = .parameter(1)
      var isWrong = [Bool](repeating: false, count: count)
      for _ in 0..<scales {
        let scale = 0.1 * Elementary.pow(500, generator.uniform())
        let others = made.fits(cells.map { $0 + [scale] })
        for (place, other) in others.enumerated() where results[place].isProven {
          let drop = (bare[place] - results[place].chiSquared).magnitude
          let least = results[place].chiSquared - 1e-9 * drop - 1e-12 * bare[place]
          if try other.get().chiSquared < least { isWrong[place] = true }
        }
      }
      wrong += isWrong.count { $0 }
    }
    return (fits, proven, wrong)
  }

  @Test(arguments: laws.map { $0.card.name })
  func holdsForEveryScale(_ name: String) throws {
    let law = try #require(Self.laws.first { $0.card.name == name })
    let found = try Self.check(law, galaxies: 60, cells: 24, scales: 60, seed: 5)
    #expect(found.wrong == 0)
    #expect(100 * found.proven > 97 * found.fits)
  }

  /// A million problems.
  @Test(.slow, .limited(minutes: 30), arguments: laws.map { $0.card.name })
  func holdsForEveryScaleOfAMillion(_ name: String) throws {
    let law = try #require(Self.laws.first { $0.card.name == name })
    let found = try Self.check(law, galaxies: 2000, cells: 250, scales: 12, seed: 6)
    #expect(found.wrong == 0)
    #expect(100 * found.proven > 97 * found.fits)
  }

  /// Laws whose optimum has a closed form, or lies in convex pieces, are proven anyway.
  @Test(arguments: ["linear", "quadrature"])
  func isNotNeededByOthers(_ name: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    var generator = SplitMix64(seed: 8)
    let made = MadeCells(law, Self.galaxy(&generator))
    for result in made.fits(MadeCells.ratios(3), with: .proof) {
      #expect(try result.get().isProven)
    }
    for result in made.fits(MadeCells.ratios(3)) { #expect(try !result.get().isProven) }
  }
}
