import Numerics

/// A thin disk as thousands of softened rings: the method `v1_thin_disk_rings`.
///
/// The surface density is interpolated linearly on N = max(5000, 20 n) even nodes from
/// max(0.5 R₁, 5 pc) to 1.3 Rₙ, ΔR apart, and is zero inside the first and outside the last radius
/// of the table. A node at R′ stands for a ring of mass 2πR′ΣΔR. On nodes shifted by ΔR/2,
///
///     Φ(R) = −Σ 2G dM K(k²) / (π √((R + R′)² + ε²)),  ε = ΔR/10
///     k² = 4RR′ / ((R + R′)² + ε²), but at most 1 − 1e-10
///
/// dΦ/dR is the central difference, one-sided at the first and last node; V² = R dΦ/dR is raised to
/// zero where it is negative, and V is interpolated linearly between the nodes and constant beyond
/// them. G is 4.302e-3 pc (km/s)²/M☉: part of the method.
///
/// The hole inside the first radius and the floor at zero are artefacts; ``DiskAttraction`` has
/// neither.
struct DiskOfRings {
  /// The constant of gravitation of this method, pc (km/s)² / M☉.
  private static let gravity = 4.302e-3

  /// Radius of the first ring, pc.
  private let first: Double
  /// Distance from ring to ring, pc.
  private let step: Double
  /// The number of rings.
  private let count: Int
  /// Mass of every ring, M☉, in blocks of eight, with rings of no mass at the end.
  private let masses: [SIMD8<Double>]

  init(_ disk: SurfaceDensity) {
    let radii = disk.radius.map { 1000 * $0 }
    count = max(5000, 20 * disk.count)
    first = max(0.5 * radii[0], 5)
    step = (1.3 * radii[disk.count - 1] - first) / Double(count - 1)
    var masses = [SIMD8<Double>](repeating: SIMD8(), count: (count + 7) / 8)
    var below = 0
    for index in 0..<count {
      let radius = first + Double(index) * step
      while below + 2 < radii.count && radii[below + 1] <= radius { below += 1 }
      let density = Self.density(at: radius, radii: radii, densities: disk.density, below: below)
      masses[index / 8][index % 8] = 2 * .pi * radius * density * step
    }
    self.masses = masses
  }

  /// The mass of all rings, M☉.
  var mass: Double { masses.reduce(SIMD8(), +).total }

  /// The square of the circular speed, (km/s)², at a distance from the centre in kpc.
  func squaredSpeed(at radius: Double) -> Double {
    let place = (1000 * radius - (first + 0.5 * step)) / step
    let last = count - 1
    guard place > 0 else { return squaredSpeed(node: 0) }
    guard place < Double(last) else { return squaredSpeed(node: last) }
    let below = Int(place)
    let low = squaredSpeed(node: below).squareRoot()
    let high = squaredSpeed(node: below + 1).squareRoot()
    let speed = low + (place - Double(below)) * (high - low)
    return speed * speed
  }

  /// V² at a shifted node, (km/s)², not negative.
  private func squaredSpeed(node: Int) -> Double {
    let low = max(node - 1, 0)
    let high = min(node + 1, count - 1)
    let slope = (potential(node: high) - potential(node: low)) / (Double(high - low) * step)
    return max((first + (Double(node) + 0.5) * step) * slope, 0)
  }

  /// The potential of all rings at a shifted node, (km/s)².
  ///
  /// K(k²) = π / 2M(1, k′), so a ring contributes −G dM / M(a, b) with a² = (R + R′)² + ε² and
  /// b = k′a, where b² = (R − R′)² + ε² unless k² is at its limit.
  private func potential(node: Int) -> Double {
    let radius = first + (Double(node) + 0.5) * step
    let softening = 0.01 * step * step
    var sums = SIMD8<Double>()
    for block in masses.indices where masses[block] != SIMD8() {
      let rings = SIMD8(risingFrom: Double(8 * block)) * step + first
      let (sum, difference) = (rings + radius, rings - radius)
      let a = (sum * sum + softening).squareRoot()
      let b = (difference * difference + softening).squareRoot()
      let limited = pointwiseMax(b, 1e-5 * a)
      sums += masses[block] / ArithmeticGeometricMean(of: a, and: limited, rounds: 7).mean
    }
    return -Self.gravity * sums.total
  }

  /// The straight line between two points of the table; zero outside the table.
  private static func density(
    at radius: Double, radii: [Double], densities: [Double], below: Int
  ) -> Double {
    guard radius >= radii[0], radius <= radii[radii.count - 1] else { return 0 }
    guard radii.count > 1 else { return densities[0] }
    let fraction = (radius - radii[below]) / (radii[below + 1] - radii[below])
    return densities[below] + fraction * (densities[below + 1] - densities[below])
  }
}
