package import Galaxies
package import Support

/// A surface density with all else that its speeds depend on.
package struct DiskProfile: Equatable, Sendable {
  package let density: SurfaceDensity
  package let method: DiskMethod
  package let thickness: DiskThickness

  package init(_ density: SurfaceDensity, _ method: DiskMethod, _ thickness: DiskThickness) {
    self.density = density
    self.method = method
    self.thickness = thickness
  }

  /// Computes the signed square of the circular speed, (km/s)²; shape `[n]`.
  package func squaredSpeeds() -> [Double] {
    method.squaredSpeeds(of: density, thickness: thickness)
  }

  /// The hash of all that the speeds depend on, to the last bit, and of the engine.
  package var fingerprint: Fingerprint {
    Fingerprint(
      of: [
        "engine": .number(Double(Engine.number)),
        "method": .string(method.rawValue),
        "thickness": thickness.resolved,
        "radius": .array(density.radius.map { .number($0) }),
        "density": .array(density.density.map { .number($0) }),
      ] as JSONValue)
  }
}
