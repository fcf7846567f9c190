import Numerics

/// The rules for the average over the thickness of a disk, by the distance of the ring.
struct LayerRules: Equatable, Sendable {
  /// The scale height, kpc; zero for a thin disk.
  let scaleHeight: Double
  /// The rules; number k holds for distances from 4⁻ᵏ scale heights on.
  private let rules: [LayerRule]

  init(_ thickness: DiskThickness) {
    switch thickness {
    case .thin:
      scaleHeight = 0
      rules = [.plane]
    case .sech2(let height):
      precondition(height > 0, "a scale height is positive")
      scaleHeight = height
      // Beyond 15 scale heights there are 2e-13 of the matter.
      rules = Self.refined([1, 3, 7, 15]) {
        LayerRule(borders: $0, scaleHeight: height) { z in
          let cosh = Elementary.cosh(z)
          return 1 / (cosh * cosh)
        }
      }
    case .exponential(let height):
      precondition(height > 0, "a scale height is positive")
      scaleHeight = height
      rules = Self.refined([2, 6, 14, 30]) {
        LayerRule(borders: $0, scaleHeight: height) { z in Elementary.exp(-z) }
      }
    }
  }

  /// The rule for a ring at a distance of d kpc within the plane.
  func rule(distance: Double) -> LayerRule {
    var limit = scaleHeight
    var index = 0
    while limit > distance && index + 1 < rules.count {
      limit *= 0.25
      index += 1
    }
    return rules[index]
  }

  /// Rules whose lowest layer is split ever further.
  private static func refined(_ borders: [Double], rule: ([Double]) -> LayerRule) -> [LayerRule] {
    (0..<14).map { level in
      var lower = [0.0]
      var border = borders[0]
      for _ in 0..<level {
        border *= 0.25
        lower.insert(border, at: 1)
      }
      return rule(lower + borders)
    }
  }
}
