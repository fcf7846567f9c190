import Numerics

/// A polynomial of the sixth degree between two places in each lane, by its coefficients in
/// Bernstein's form.
struct LaneSextic {
  private var coefficients: (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes)

  @inline(__always)
  init(
    _ c0: Lanes, _ c1: Lanes, _ c2: Lanes, _ c3: Lanes, _ c4: Lanes, _ c5: Lanes, _ c6: Lanes
  ) {
    coefficients = (c0, c1, c2, c3, c4, c5, c6)
  }

  /// The least coefficient.
  @inline(__always)
  var least: Lanes {
    let c = coefficients
    return c.0.atMost(c.1).atMost(c.2.atMost(c.3)).atMost(c.4.atMost(c.5)).atMost(c.6)
  }

  /// No more than its least slope, and no less than its largest one.
  @inline(__always)
  func slopes(width: Double) -> (least: Lanes, largest: Lanes) {
    let c = coefficients
    let (a, b, d) = (c.1 - c.0, c.2 - c.1, c.3 - c.2)
    let (e, f, g) = (c.4 - c.3, c.5 - c.4, c.6 - c.5)
    let least = a.atMost(b).atMost(d.atMost(e)).atMost(f.atMost(g))
    let largest = a.atLeast(b).atLeast(d.atLeast(e)).atLeast(f.atLeast(g))
    return ((6 / width) * least, (6 / width) * largest)
  }

  /// No more than its least second derivative.
  @inline(__always)
  func leastBend(width: Double) -> Lanes {
    let c = coefficients
    let (left, right) = (c.0 - 2 * c.1 + c.2, c.4 - 2 * c.5 + c.6)
    let inner = (c.1 - 2 * c.2 + c.3).atMost(c.2 - 2 * c.3 + c.4).atMost(c.3 - 2 * c.4 + c.5)
    return (30 / (width * width)) * left.atMost(right).atMost(inner)
  }
}
