package import Galaxies
package import Support

/// A surface density with all else that its speeds depend on.
package struct DiskProfile: Equatable, Sendable {
  package let density: SurfaceDensity
  package let method: DiskMethod
  package let thickness: DiskThickness
  package let beyond: DiskEdge

  package init(
    _ density: SurfaceDensity, _ method: DiskMethod, _ thickness: DiskThickness, _ beyond: DiskEdge
  ) {
    self.density = density
    self.method = method
    self.thickness = thickness
    self.beyond = beyond
  }

  /// The densities that the method works on: those of the table, with an edge where it has one.
  private var edged: SurfaceDensity {
    switch beyond {
    case .continued: density
    case .zero: density.endingInZero
    }
  }

  /// Computes the signed square of the circular speed, (km/s)²; shape `[n]`.
  package func squaredSpeeds() -> [Double] {
    method.squaredSpeeds(of: edged, at: density.radius, thickness: thickness)
  }

  /// The mass, and what of it lies inside and beyond the radii of the table.
  package var mass: DiskMass {
    method.mass(of: edged, tabulatedFrom: density.radius[0], through: density.lastRadius)
  }

  /// The hash of all that the speeds depend on, to the last bit, and of the engine.
  package var fingerprint: Fingerprint {
    Fingerprint(
      of: [
        "engine": .number(Double(Engine.number)),
        "method": .string(method.rawValue),
        "thickness": thickness.resolved,
        "beyond": beyond.resolved,
        "radius": .array(density.radius.map { .number($0) }),
        "density": .array(density.density.map { .number($0) }),
      ] as JSONValue)
  }
}
