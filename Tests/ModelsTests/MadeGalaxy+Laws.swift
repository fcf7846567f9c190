import Models
import Numerics

extension MadeGalaxy {
  /// Parameters of a law that a curve tells, drawn about those of its card's example.
  static func parameters(
    of law: any RotationLaw.Type, _ generator: inout SplitMix64
  ) -> [Double] {
    law.card.example.map { $0 * (0.7 + 0.6 * generator.uniform()) }
  }
}
