import Numerics

/// The rules for the average over the thickness of a disk, by the distance of the ring.
struct LayerRules: Equatable, Sendable {
  /// The scale height, kpc; zero for a thin disk.
  let scaleHeight: Double
  /// For distances from four scale heights on.
  private let far: LayerRule
  /// For lesser distances; number k holds from 4⁻ᵏ scale heights on.
  private let near: [LayerRule]

  init(_ thickness: DiskThickness) {
    switch thickness {
    case .thin:
      self.init(scaleHeight: 0, far: .plane, near: [.plane])
    case .sech2(let height):
      // Beyond 15 scale heights there are 2e-13 of the matter.
      self.init(scaleHeight: height, far: [0, 2.5, 12], near: [1, 3, 7, 15]) { z in
        let cosh = Elementary.cosh(z)
        return 1 / (cosh * cosh)
      }
    case .exponential(let height):
      self.init(scaleHeight: height, far: [0, 6, 20], near: [2, 6, 14, 30]) { z in
        Elementary.exp(-z)
      }
    }
  }

  /// Rules for some way of spreading the matter.
  ///
  /// - Parameters:
  ///   - scaleHeight: The scale height, kpc, positive.
  ///   - far: The borders of the layers for far rings, in scale heights.
  ///   - near: The borders for near rings but zero; the lowest layer is split the more, the nearer
  ///     the ring.
  ///   - share: Twice the density across the plane at a height in scale heights.
  private init(
    scaleHeight: Double, far: [Double], near: [Double], share: (Double) -> Double
  ) {
    precondition(scaleHeight > 0 && scaleHeight.isFinite, "a scale height is positive")
    func rule(_ borders: [Double]) -> LayerRule {
      LayerRule(borders: borders, scaleHeight: scaleHeight, share: share)
    }
    var splits: [Double] = []
    var rules: [LayerRule] = []
    for _ in 0..<14 {
      rules.append(rule([0] + splits + near))
      splits.insert(0.25 * (splits.first ?? near[0]), at: 0)
    }
    self.init(scaleHeight: scaleHeight, far: rule(far), near: rules)
  }

  private init(scaleHeight: Double, far: LayerRule, near: [LayerRule]) {
    self.scaleHeight = scaleHeight
    self.far = far
    self.near = near
  }

  /// The rule for a ring at a distance of d kpc within the plane.
  func rule(distance: Double) -> LayerRule {
    guard distance < 4 * scaleHeight else { return far }
    var limit = scaleHeight
    var index = 0
    while limit > distance && index + 1 < near.count {
      limit *= 0.25
      index += 1
    }
    return near[index]
  }
}
