import Models
import Numerics

/// A halo that counts how often its profile is worked out.
enum CountedHalo<Base: HaloLaw>: HaloLaw {
  static var card: ModelCard { Base.card }
  static var massPower: Int { Base.massPower }
  static var hasShape: Bool { Base.hasShape }
  static var virialRate: Double { Base.virialRate }

  static func profile<Value: LaneValue>(at x: Value, shape: Value) -> HaloProfile<Value> {
    Evaluations.add(Value.self)
    return Base.profile(at: x, shape: shape)
  }
}
