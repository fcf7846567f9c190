import Numerics

/// The surface density between two radii.
struct ProfilePiece: Equatable, Sendable {
  /// How the density depends on x, the distance in kpc from the inner end.
  enum Shape: Equatable, Sendable {
    /// Σ = e^(a + bx + cx² + dx³).
    case logarithmic(a: Double, b: Double, c: Double, d: Double)
    /// Σ = a + bx.
    case linear(a: Double, b: Double)
  }

  /// The inner end, kpc.
  let start: Double
  /// The outer end, kpc.
  let end: Double
  let shape: Shape

  /// The change of ln Σ from end to end; zero for a straight line.
  var logarithmicChange: Double {
    guard case .logarithmic(_, let b, let c, let d) = shape else { return 0 }
    let x = end - start
    return x * (b + x * (c + x * d))
  }

  /// The piece in even intervals, over none of which the density changes by more than two e-folds.
  var intervals: [(start: Double, end: Double)] {
    let count = max(1, (0.5 * logarithmicChange.magnitude).rounded(.up))
    let width = (end - start) / count
    return (0..<Int(count)).map { index in
      let from = start + Double(index) * width
      let through = Double(index + 1) == count ? end : start + Double(index + 1) * width
      return (start: from, end: through)
    }
  }

  /// The mass, ∫ 2πRΣ dR, M☉.
  var mass: Double {
    var integral = 0.0
    for interval in intervals {
      let rule = GaussLegendre.rule(from: interval.start, to: interval.end)
      for lane in 0..<8 {
        let radius = rule.places[lane]
        integral += rule.weights[lane] * radius * density(at: radius)
      }
    }
    return 2e6 * Double.pi * integral
  }

  /// The surface density, M☉/pc², at a radius in kpc.
  func density(at radius: Double) -> Double {
    let x = radius - start
    switch shape {
    case .logarithmic(let a, let b, let c, let d):
      return Elementary.exp(a + x * (b + x * (c + x * d)))
    case .linear(let a, let b): return a + x * b
    }
  }

  /// The derivative dΣ/dR, M☉/pc² per kpc, at a radius in kpc.
  func slope(at radius: Double) -> Double {
    let x = radius - start
    switch shape {
    case .logarithmic(let a, let b, let c, let d):
      return (b + x * (2 * c + x * (3 * d))) * Elementary.exp(a + x * (b + x * (c + x * d)))
    case .linear(_, let b): return b
    }
  }
}
