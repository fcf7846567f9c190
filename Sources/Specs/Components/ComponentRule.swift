package import Galaxies
import Support

/// How the speeds of gas and disk follow from surface densities.
package struct ComponentRule: Equatable, Sendable {
  package let method: DiskMethod
  package let thickness: Thickness
  package let beyond: DiskEdge

  package init(method: DiskMethod, thickness: Thickness, beyond: DiskEdge) {
    self.method = method
    self.thickness = thickness
    self.beyond = beyond
  }

  /// The profile of the gas and that of the disk, each with what its speeds depend on.
  package func profiles(of density: MassProfiles) -> (gas: DiskProfile, disk: DiskProfile) {
    (
      DiskProfile(density.gas, method, thickness.gas, beyond),
      DiskProfile(density.disk, method, thickness.disk, beyond)
    )
  }

  /// Fills in the speeds of the galaxies that come with surface densities.
  ///
  /// - Parameters:
  ///   - dataset: The galaxies as they were read.
  ///   - squaredSpeeds: The signed square of the speed at the radii of a profile, (km/s)²; shape
  ///     `[n]`.
  /// - Returns: The dataset with the speeds, and a note of what was computed.
  package func filling(_ dataset: Dataset, _ squaredSpeeds: (DiskProfile) -> [Double]) -> Dataset {
    var galaxies = dataset.galaxies
    var (filled, outward) = (0, 0)
    for index in galaxies.indices {
      guard let density = galaxies[index].surfaceDensity else { continue }
      let (gas, disk) = profiles(of: density)
      galaxies[index].curve.gasSpeed = Self.speeds(squaredSpeeds(gas))
      galaxies[index].curve.diskSpeed = Self.speeds(squaredSpeeds(disk))
      filled += 1
      outward += galaxies[index].curve.gasSpeed.count { $0 < 0 }
    }
    return dataset.replacing(galaxies, adding: notes(filled: filled, outward: outward))
  }

  private func notes(filled: Int, outward: Int) -> [String] {
    let layers = [("disk", thickness.disk), ("gas", thickness.gas)].compactMap { name, layer in
      layer.summary.map { "\(name) \($0)" }
    }
    let computed =
      "v_gas and v_disk of \(filled.counted("galaxy", "galaxies")) are computed from surface "
      + "densities by \(method.rawValue)"
      + (layers.isEmpty ? "" : ", with thickness: \(layers.joined(separator: ", "))")
      + (beyond == .continued ? "" : ", with nothing beyond the last radius")
    guard outward > 0 else { return [computed] }
    return [
      computed,
      "the computed v_gas is negative at \(outward.counted("point", "points")): the gas "
        + "pulls outward there",
    ]
  }

  /// The speeds whose signed squares are given: an outward pull is a negative speed; shape `[n]`.
  package static func speeds(_ squared: [Double]) -> [Double] {
    squared.map { $0 < 0 ? -(-$0).squareRoot() : $0.squareRoot() }
  }
}

extension DiskThickness {
  /// The profile in words; `nil` for none.
  fileprivate var summary: String? {
    switch self {
    case .thin: nil
    case .sech2(let height): "sech2 of scale height \(height) kpc"
    case .exponential(let height): "exponential of scale height \(height) kpc"
    }
  }
}
