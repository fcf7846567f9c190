import Models
import Numerics

/// A law that counts how often its shape is worked out.
enum CountedShape<Base: SeparableLaw>: SeparableLaw {
  static var card: ModelCard { Base.card }
  static var limits: ShapeLimits? { Base.limits }

  static func shape<Value: LaneValue>(
    at radius: Value, scale: Value, in galaxy: GalaxyFacts<Value>
  ) -> LawShape<Value> {
    Evaluations.add(Value.self)
    return Base.shape(at: radius, scale: scale, in: galaxy)
  }
}
