import Galaxies
import Models

/// One fit of each model, over the curves of the generated sample.
enum FitBenchmark: Benchmark {
  static func measurements() -> [Measurement] {
    let galaxies = MockSample(seed: 1, galaxies: 24, noise: 2).dataset.galaxies
    let subjects = galaxies.map(FitSubject.init)
    let scratchCount = galaxies.map(\.curve.count).max() ?? 0
    return ModelCatalogue.all.map { law in
      let bounds = law.card.parameters.map(\.bounds)
      let lower = ParameterVector(bounds.map(\.lowerBound))
      let upper = ParameterVector(bounds.map(\.upperBound))
      return Measurement(name: "fit/\(law.card.name)", count: 20 * subjects.count) {
        var sum = 0.0
        withUnsafeTemporaryAllocation(of: Double.self, capacity: scratchCount) { scratch in
          for _ in 0..<20 {
            for subject in subjects {
              let space = FitSpace(law, (lower, upper), MassToLight())
              let fit = law.fit(subject, in: space, scratch: scratch)
              if case .success(let fit) = fit { sum += fit.chiSquared }
            }
          }
        }
        return sum
      }
    }
  }
}
