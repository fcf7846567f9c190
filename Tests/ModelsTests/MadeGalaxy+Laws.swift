import Galaxies
import Models
import Numerics

extension MadeGalaxy {
  /// Parameters of a law that the curve of this galaxy tells: drawn about those of the card's
  /// example, with lengths in proportion to the galaxy's.
  func parameters(
    of law: any RotationLaw.Type, _ generator: inout SplitMix64
  ) -> [Double] {
    zip(law.card.example, law.card.parameters).map { example, parameter in
      let size = parameter.unit == "kpc" ? known.diskScaleLength / 3 : 1
      return size * example * (0.7 + 0.6 * generator.uniform())
    }
  }
}
