import Models
import Numerics

extension MadeGalaxy {
  /// Parameters of a law that the curve of this galaxy tells.
  func parameters(
    of law: any RotationLaw.Type, _ generator: inout SplitMix64
  ) -> [Double] {
    var drawn = law.card.parameters.map {
      $0.bounds.upperBound * (0.1 + 0.8 * generator.uniform())
    }
    if law is any HaloLaw.Type {
      drawn[0] = 80 + 120 * generator.uniform()
      // A scale radius of about that of the disk, so that the curve has a bend.
      drawn[1] = drawn[0] / 0.73 / (diskScaleLength * (0.5 + 1.5 * generator.uniform()))
      if drawn.count > 2 { drawn[2] = 0.3 + 1.2 * generator.uniform() }
    } else if drawn.count > 1 {
      // A curve without any bend does not tell its taper radius.
      drawn[1] = 0.4 + 3 * generator.uniform()
    }
    return drawn
  }
}
