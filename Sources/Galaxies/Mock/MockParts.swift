import Numerics

/// What a mock galaxy is made of, drawn from a generator.
///
/// Late types are fainter, smaller and richer in gas, with the scatter that real galaxies have. The
/// numbers that a catalogue would print are rounded as it prints them before anything is computed
/// from them.
struct MockParts {
  let hubbleType: Int
  /// The disk for a mass-to-light ratio of one: its density is its surface brightness.
  let disk: ExponentialDisk
  /// The bulge for a mass-to-light ratio of one, in two of three galaxies before type 4.
  let bulge: PlummerBulge?
  /// Mass of neutral hydrogen, 1e9 M☉.
  let hydrogenMass: Double
  let gas: HoledGasDisk
  /// The radii of the points, kpc; shape `[n]`.
  let radii: [Double]

  /// Draws the parts of one galaxy.
  init(drawnFrom random: inout SplitMix64) {
    hubbleType = Int(11 * random.uniform())
    let type = Double(hubbleType)
    let diskLight = Elementary.exp10(1.8 - 0.22 * type + 0.25 * random.normal())
    let length =
      1.9 * Elementary.pow(diskLight / 4, 0.32) * Elementary.exp10(0.08 * random.normal())
    let scaleLength = max(0.3, length).rounded(decimals: 2)
    let brightness = diskLight * 1e3 / (2 * .pi * scaleLength * scaleLength)
    disk = ExponentialDisk(
      centralDensity: brightness.rounded(decimals: 2), scaleLength: scaleLength)

    let (chance, share, size) = (random.uniform(), random.uniform(), random.uniform())
    bulge =
      hubbleType < 4 && chance < 2.0 / 3
      ? PlummerBulge(
        mass: disk.mass * (0.1 + 0.3 * share), scaleRadius: scaleLength * (0.1 + 0.15 * size))
      : nil

    let richness = Elementary.exp10(-0.9 + 0.09 * type + 0.15 * random.normal())
    hydrogenMass = max(0.001, (richness * diskLight).rounded(decimals: 3))
    let gasLength = scaleLength * (1.5 + 0.8 * random.uniform())
    gas = HoledGasDisk(
      mass: Constants.gasPerHydrogen * hydrogenMass * 1e9, scaleLength: gasLength,
      holeScaleLength: gasLength * (0.3 + 0.2 * random.uniform()),
      depth: 0.8 + 0.2 * random.uniform())

    let count = 10 + Int(26 * random.uniform())
    let last = scaleLength * (4 + 3 * random.uniform())
    radii = (1...count).map { (last * Double($0) / Double(count)).rounded(decimals: 2) }
  }

  /// What the bulge adds: nothing where there is none.
  private func ofBulge(_ value: (PlummerBulge) -> Double) -> Double { bulge.map(value) ?? 0 }

  /// Total luminosity, 1e9 L☉.
  var luminosity: Double {
    (disk.mass + ofBulge(\.mass)) * 1e-9
  }

  /// The radius that holds half of the light, kpc; NaN where the search finds none.
  var effectiveRadius: Double {
    func excess(_ radius: Double) -> Double {
      let x = radius / disk.scaleLength
      let inside = disk.mass * (1 - Elementary.exp(-x) * (1 + x))
      return inside + ofBulge { $0.projectedMass(within: radius) } - 0.5e9 * luminosity
    }
    return BracketedRoot(of: excess, in: 0...20 * disk.scaleLength)?.root ?? .nan
  }

  /// The curve of the parts, as a table prints it, without the observed speeds.
  var components: RotationCurve {
    let zeros = [Double](repeating: 0, count: radii.count)
    func rounded(_ value: (Double) -> Double) -> [Double] {
      radii.map { value($0).rounded(decimals: 2) }
    }
    return RotationCurve(
      radius: radii, observedSpeed: zeros, observedSpeedError: zeros,
      gasSpeed: rounded(gas.speed), diskSpeed: rounded { disk.squaredSpeed(at: $0).squareRoot() },
      bulgeSpeed: rounded { radius in ofBulge { $0.speed(at: radius) } },
      diskSurfaceBrightness: rounded(disk.density),
      bulgeSurfaceBrightness: rounded { radius in ofBulge { $0.density(at: radius) } })
  }
}

extension Double {
  /// The nearest number with so many decimals, as its spelling would be read.
  func rounded(decimals: Int) -> Double {
    let scale: Double = [1, 10, 100, 1000][decimals]
    return (self * scale).rounded() / scale
  }
}
