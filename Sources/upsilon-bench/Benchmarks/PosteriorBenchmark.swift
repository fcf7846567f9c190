import Galaxies
import Models
import Posteriors
import Support

/// Posteriors of a law with the ratios, distance and inclination of its galaxy: what one likelihood
/// costs with all around it.
enum PosteriorBenchmark: Benchmark {
  private static let laws = ["rar", "nfw", "burkert", "rational-taper"]

  static func measurements() throws -> [Measurement] {
    // Every twelfth galaxy: short curves and long ones, with bulges and without.
    let galaxies = try BenchmarkSample.galaxies()
    let some = stride(from: 0, to: galaxies.count, by: 12).map { galaxies[$0] }
    return ModelCatalogue.all.filter { laws.contains($0.card.name) }.map { law in
      let fits = some.map { (FitSubject($0), FitBenchmark.space(of: law, with: $0)) }
      return Measurement(
        name: "posterior/\(law.card.name)", count: fits.count,
        facts: { nanoseconds in
          let count = Double(likelihoods(of: law, fits)) / Double(fits.count)
          return [
            .init("likelihoods", .number(count.rounded())),
            .init("ns_likelihood", .number((nanoseconds / count * 100).rounded() / 100)),
          ]
        },
        body: { Double(likelihoods(of: law, fits)) })
    }
  }

  /// How many likelihoods the posteriors of some fits take together.
  private static func likelihoods(
    of law: any RotationLaw.Type, _ fits: [(subject: FitSubject, space: FitSpace)]
  ) -> Int {
    fits.reduce(0) { $0 + likelihoods(of: law, $1) }
  }

  /// How many likelihoods the posterior of a fit takes; none where there is no posterior.
  private static func likelihoods(
    of law: any RotationLaw.Type, _ fit: (subject: FitSubject, space: FitSpace)
  ) -> Int {
    let request = PosteriorRequest(seed: 1, unit: law.card.name)
    do {
      return try Posterior(of: law, fit.subject, in: fit.space, request).evidence.likelihoods
    } catch {
      return 0
    }
  }
}
