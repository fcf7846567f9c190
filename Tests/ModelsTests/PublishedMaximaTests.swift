import Galaxies
import Models
import TestKit
import Testing

/// Fits of law and galaxy together to the curves of SPARC; without `UPSILON_DATA` there are none.
@Suite("Joint fit of a published curve", .enabled(if: RealCurves.exist, RealCurves.advice))
struct PublishedMaximaTests {
  static let laws = [
    "linear", "quadrature", "rational-taper", "tanh-taper", "rational-taper-kRd", "nfw", "burkert",
    "pseudo-isothermal",
  ]

  @Test(arguments: laws, MapReference.sets)
  func isNotAboveAnotherOptimiser(_ name: String, _ set: String) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    let galaxies = Dictionary(uniqueKeysWithValues: try RealCurves.galaxies())
    for (galaxy, sets) in try MapReference.all() {
      guard let expected = sets[set]?[name] else { continue }
      let made = try #require(galaxies[galaxy])
      let fit = try made.fit(law, in: MapReference.space(set, law, made)).get()
      let (found, other) = (fit.chiSquared + fit.priorTerm, expected[0] + expected[1])
      #expect(found <= other + 1e-6, "\(galaxy)")
      #expect(found > other - 1e-5 || expected[2] < 4, "\(galaxy) below by \(other - found)")
      if fit.status == .disagreeingStarts { Issue.record("\(galaxy) disagrees") }
    }
  }

  @Test(arguments: [("pseudo-isothermal", 0.88), ("burkert", 0.87), ("nfw", 1.62)])
  func hasThePublishedMedianOfItsHalo(_ name: String, _ published: Double) throws {
    let law = try #require(ModelCatalogue.law(named: name))
    var reduced: [Double] = []
    for (_, made) in try RealCurves.galaxies() {
      let result = made.fit(law, in: MapReference.space("catalogue", law, made))
      guard case .success(let fit) = result else { continue }
      reduced.append(fit.chiSquared / Double(fit.degreesOfFreedom))
    }
    reduced.sort()
    let median = reduced[reduced.count / 2]
    #expect(median < published, "\(reduced.count) galaxies, median \(median)")
  }
}
