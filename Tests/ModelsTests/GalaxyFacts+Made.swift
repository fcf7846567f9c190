import Models

extension GalaxyFacts<Double> {
  /// Facts that are all the same number.
  init(each value: Double) {
    self.init()
    for fact in GalaxyFact.all { self[keyPath: fact.path] = value }
  }

  /// The facts with some of them multiplied.
  func multiplied(by factor: Double, where isMeant: (GalaxyFact) -> Bool) -> GalaxyFacts<Double> {
    var facts = self
    for fact in GalaxyFact.all where isMeant(fact) { facts[keyPath: fact.path] *= factor }
    return facts
  }
}

extension GalaxyFact {
  /// With what power of the distance and of 1 / sin i it goes, by its unit; none for a mass, which
  /// follows from a fit, and for what tells of the measurement.
  var powers: (distance: Int, tilt: Int) {
    guard name == column else { return (0, 0) }
    return switch unit {
    case "kpc": (1, 0)
    case "1e9 solLum", "1e9 solMass": (2, 0)
    case "km / s": (0, 1)
    default: (0, 0)
    }
  }
}
