package import Numerics

/// A law that adds an amplitude times a shape to the baryonic speed.
///
///     V(R) = V_bary(R) + A · f(R; s)
///
/// f may depend on what is known of the galaxy, and not on its baryons. The amplitude `A` is the
/// first parameter and enters linearly; the scale `s` of the shape, where there is one, is the
/// second. For a given scale the best amplitude has a closed form, so the search for the optimum
/// has one dimension (variable projection).
///
/// - SeeAlso: Golub & Pereyra 1973, SIAM J. Numer. Anal. 10, 413.
package protocol SeparableLaw: RotationLaw {
  /// The shape at one radius.
  ///
  /// - Parameters:
  ///   - radius: Distance from the centre, kpc.
  ///   - scale: The second parameter of the card, positive; ignored by a law without one.
  ///   - galaxy: What is known of the galaxy.
  /// - Returns: The shape and its derivatives.
  static func shape<Value: LaneValue>(
    at radius: Value, scale: Value, in galaxy: GalaxyFacts<Value>
  ) -> LawShape<Value>

  /// How fast the shape bends with its scale; nil for a law without a scale, or of which that is
  /// not known, whose optima are not proven.
  static var limits: ShapeLimits? { get }
}

extension SeparableLaw {
  package static var limits: ShapeLimits? { nil }

  package static var addsSpeeds: Bool { true }

  package static var hasBend: Bool { true }

  @inline(__always)
  package static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>,
    derivatives: inout LawDerivatives<Value>
  ) -> Value {
    let amplitude = parameters[0]
    let shape = shape(at: point.radius, scale: parameters[1], in: point.galaxy)
    derivatives.parameters[0] = shape.value
    derivatives.parameters[1] = amplitude * shape.slope
    derivatives.bend.mixed = shape.slope
    derivatives.bend.second = amplitude * shape.bend
    derivatives.galaxy = shape.galaxy.times(amplitude)
    return point.baryonSpeed + amplitude * shape.value
  }

  /// Finds the global optimum by variable projection.
  ///
  /// The best χ² for a scale is a smooth function of its logarithm: the shapes change over one
  /// e-folding or more. It is scanned in steps of at most a tenth of an e-folding; every minimum so
  /// bracketed is refined on the derivative to the last digits, both ends of the bounds compete,
  /// and the smallest χ² wins (the smaller scale on a tie).
  package static func optimum(
    of points: Span<ScaledPoint<Double>>, in galaxy: GalaxyFacts<Double>, within bounds: LawBounds
  ) -> ParameterVector? {
    let amplitudes = bounds.lower[0]...bounds.upper[0]
    guard card.parameters.count > 1 else {
      let best = profile(points, galaxy, scale: 1, amplitudes)
      return ParameterVector(CollectionOfOne(best.amplitude))
    }
    let (low, high) = (bounds.lower[1], bounds.upper[1])
    var best = profile(points, galaxy, scale: high, amplitudes)
    if low < high {
      var left = profile(points, galaxy, scale: low, amplitudes)
      if left.slope >= 0 { best = better(best, left) }
      let bottom = low > 0 ? low : high * 1e-9
      let span = Elementary.log(high / bottom)
      let steps = max(24, Int((span * 10).rounded(.up)))
      for step in 0...steps {
        let scale =
          step == steps ? high : bottom * Elementary.exp(span * Double(step) / Double(steps))
        guard scale > left.scale else { continue }
        let right = profile(points, galaxy, scale: scale, amplitudes)
        if left.slope < 0, right.slope >= 0 {
          let bracket = BracketedRoot(
            of: { profile(points, galaxy, scale: $0, amplitudes).slope },
            in: left.scale...right.scale)
          if let bracket {
            best = better(best, profile(points, galaxy, scale: bracket.root, amplitudes))
          }
        }
        left = right
      }
    }
    // Without an amplitude the shape does not matter, so its scale has no value.
    return ParameterVector(best.amplitude, best.amplitude == 0 && low < high ? .nan : best.scale)
  }

  package static func kernel(for galaxy: CellGalaxy) -> BlockKernel? {
    if card.parameters.count == 1 { return amplitudeKernel(for: galaxy) }
    return galaxy.isFree(1) ? scaleKernel(for: galaxy) : fixedScaleKernel(for: galaxy)
  }

  private static func better(_ one: ProfilePoint, _ other: ProfilePoint) -> ProfilePoint {
    let isBetter =
      other.chiSquared < one.chiSquared
      || (other.chiSquared == one.chiSquared && other.scale < one.scale)
    return isBetter ? other : one
  }

  /// The best amplitude for a scale, the χ² it reaches and its derivative by the scale.
  ///
  /// With the amplitude at its best (or at its bound) the derivative of χ² is that with the
  /// amplitude held fixed. Where the bounds hold the amplitude at zero χ² does not change; the
  /// derivative given there falls towards the scale that comes closest to an amplitude, so that a
  /// minimum between two scales without one is bracketed like any other.
  @inline(__always)
  private static func profile(
    _ points: Span<ScaledPoint<Double>>, _ galaxy: GalaxyFacts<Double>, scale: Double,
    _ amplitudes: ClosedRange<Double>
  ) -> ProfilePoint {
    var shapeResidual = 0.0
    var shapeShape = 0.0
    var slopeResidual = 0.0
    var slopeShape = 0.0
    for i in points.indices {
      let point = points[i]
      let shape = shape(at: point.radius, scale: scale, in: galaxy)
      let weighted = point.weight * shape.value
      let excess = point.observed - point.baryonSpeed
      shapeResidual += weighted * excess
      shapeShape += weighted * shape.value
      slopeResidual += point.weight * shape.slope * excess
      slopeShape += weighted * shape.slope
    }
    let free = shapeShape > 0 ? shapeResidual / shapeShape : 0
    let amplitude = min(max(free, amplitudes.lowerBound), amplitudes.upperBound)
    let slope =
      amplitude == 0
      ? (free < 0 ? -slopeResidual : slopeResidual)
      : -2 * amplitude * (slopeResidual - amplitude * slopeShape)
    return ProfilePoint(
      scale: scale, amplitude: amplitude,
      chiSquared: amplitude * (amplitude * shapeShape - 2 * shapeResidual), slope: slope)
  }
}

/// One point of the profile of χ² over the scale.
private struct ProfilePoint {
  let scale: Double
  let amplitude: Double
  /// χ² less that of the baryons alone.
  let chiSquared: Double
  /// The derivative of χ² by the scale, or its stand-in where the amplitude is held at zero.
  let slope: Double
}
