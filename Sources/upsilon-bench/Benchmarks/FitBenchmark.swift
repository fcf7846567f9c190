import Galaxies
import Models

/// One fit of each model over the curves of the generated sample: the law alone, and with the
/// ratios, distance and inclination of its galaxy under priors.
enum FitBenchmark: Benchmark {
  static func measurements() -> [Measurement] {
    let galaxies = MockSample(seed: 1, galaxies: 24, noise: 2).dataset.galaxies
    return ModelCatalogue.all.flatMap { law in
      let alone = galaxies.map { (FitSubject($0), space(of: law)) }
      let joint = galaxies.map { (FitSubject($0), space(of: law, with: $0)) }
      return [
        measurement("fit/\(law.card.name)", of: law, alone, repeats: 20),
        measurement("fit/\(law.card.name) and its galaxy", of: law, joint, repeats: 1),
      ]
    }
  }

  /// Times the fits of one law.
  private static func measurement(
    _ name: String, of law: any RotationLaw.Type, _ fits: [(FitSubject, FitSpace)], repeats: Int
  ) -> Measurement {
    Measurement(name: name, count: repeats * fits.count) {
      var sum = 0.0
      for _ in 0..<repeats {
        for (subject, space) in fits {
          let result = law.fit(subject, in: space, with: [])
          if case .success(let fit) = result { sum += fit.chiSquared }
        }
      }
      return sum
    }
  }

  /// The published bounds of a law, the galaxy as in the catalogue.
  private static func space(of law: any RotationLaw.Type) -> FitSpace {
    FitSpace(law.card.parameters.map { FitRange($0.bounds) }, MassToLight())
  }

  /// The same with stellar ratios, distance and inclination known to within their errors.
  static func space(of law: any RotationLaw.Type, with galaxy: Galaxy) -> FitSpace {
    var space = space(of: law)
    let known: [GalaxyParameter: Prior] = [
      .upsilonDisk: .lognormal(median: 0.5, dex: 0.1),
      .upsilonBulge: .lognormal(median: 0.7, dex: 0.1),
      .distance: .normal(mean: galaxy.distance, sigma: galaxy.distanceError),
      .inclination: .normal(mean: galaxy.inclination, sigma: galaxy.inclinationError),
    ]
    for (parameter, prior) in known {
      space.galaxy[parameter] = FitRange(parameter.domain, prior)
    }
    return space
  }
}
