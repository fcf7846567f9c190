package import Galaxies
package import Support

/// The curve of one galaxy as a file has it.
package struct NamedCurve {
  package let galaxy: String
  /// Where the file names the galaxy first.
  package let place: Place
  /// The distance that the file assumes, Mpc; NaN where it has none.
  package var distance = Double.nan
  package var curve: RotationCurve
  /// The surface densities, where the file has them instead of the speeds of gas and disk.
  package var surfaceDensity: MassProfiles?

  /// The same curve at another distance.
  ///
  /// Angles and light as observed stay, so radii go with D/D₀ and masses with its square: the
  /// speeds of components go with the root of D/D₀. Observed speeds do not depend on the distance.
  ///
  /// - Parameter distance: The distance, Mpc; that of the file is known.
  /// - Returns: The curve.
  func moved(to distance: Double) -> NamedCurve {
    let ratio = distance / self.distance
    let root = ratio.squareRoot()
    var moved = self
    moved.distance = distance
    moved.curve.radius = curve.radius.map { $0 * ratio }
    for speed in [\RotationCurve.gasSpeed, \.diskSpeed, \.bulgeSpeed] {
      moved.curve[keyPath: speed] = curve[keyPath: speed].map { $0 * root }
    }
    if let densities = surfaceDensity {
      moved.surfaceDensity = MassProfiles(
        gas: densities.gas.stretched(by: ratio), disk: densities.disk.stretched(by: ratio))
    }
    return moved
  }
}

extension SurfaceDensity {
  fileprivate func stretched(by ratio: Double) -> SurfaceDensity {
    SurfaceDensity(radius: radius.map { $0 * ratio }, density: density)
  }
}
