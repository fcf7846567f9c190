import Galaxies
import Models

/// Fits of halos whose galaxy is free: ratios, distance and inclination under the priors of the
/// catalogue, over the curves of the other benchmarks, by both searches.
enum FreeGalaxyBenchmark: Benchmark {
  private static let halos = ["nfw", "pseudo-isothermal", "burkert"]

  static func measurements() throws -> [Measurement] {
    let galaxies = try BenchmarkSample.galaxies()
    let laws = ModelCatalogue.all.filter { halos.contains($0.card.name) }
    return laws.flatMap { law in
      // What the fits of a galaxy share is made with its first one, and counted so.
      SearchMethod.allCases.map { search in
        Measurement(
          name: "fit/\(law.card.name), free galaxy, \(search.rawValue)", count: galaxies.count
        ) {
          galaxies.reduce(0) { sum, galaxy in
            let fits = law.fits(
              to: FitSubject(galaxy), in: FitBenchmark.space(of: law, with: galaxy), fixing: [],
              by: search, with: [])
            var value = sum
            fits.fit(CellValues(count: 1, quantities: 0) { _, _ in 0 }) {
              if case .success(let fit) = $1 { value += fit.chiSquared }
            }
            return value
          }
        }
      }
    }
  }
}
