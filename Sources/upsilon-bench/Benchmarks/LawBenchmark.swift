import Galaxies
import Models

/// One speed of each law with all its derivatives, as a fit asks for at every point.
enum LawBenchmark: Benchmark {
  static func measurements() -> [Measurement] {
    let radii = (1...1000).map { 0.05 * Double($0) }
    let galaxies = MockSample(seed: 1, galaxies: 1).dataset.galaxies
    let facts = galaxies.first.map { GalaxyFacts(of: $0) } ?? GalaxyFacts<Double>()
    return ModelCatalogue.all.map { law in
      let parameters = ParameterVector(law.card.example)
      return Measurement(name: "law/\(law.card.name)", count: 20 * radii.count) {
        var sum = 0.0
        var derivatives = LawDerivatives<Double>()
        for _ in 0..<20 {
          for radius in radii {
            let point = LawPoint(radius: radius, baryonSpeed: 60, of: facts)
            sum += law.speed(at: point, parameters, derivatives: &derivatives)
            sum += derivatives.parameters[0]
          }
        }
        return sum
      }
    }
  }
}
