import Numerics

/// χ² of the quadrature term between two neighbours of the places where totals pass zero, in every
/// cell of a block.
///
/// In A = ω² it is convex there, and its slope
///
///     Σ w R² (1 − V_obs / V),  V = √(V²_bary + A R²)
///
/// is concave, so that Newton's method comes to the root from the left after one step at most.
struct QuadraturePiece {
  private let block: CellBlock
  /// The ends in A.
  private let low: Lanes
  private let high: Lanes
  /// A place inside, which tells the points that have a speed in the piece.
  private let inside: Lanes

  /// - Parameters:
  ///   - block: The cells.
  ///   - start: The lower end in ω.
  ///   - end: The upper one.
  init(_ block: CellBlock, from start: Lanes, through end: Lanes) {
    self.block = block
    (low, high) = (start * start, end * end)
    let middle = 0.5 * (start + end)
    inside = middle * middle
  }

  /// The relative change of A by the last step; the error is about its square.
  private static let tolerance = 1e-9

  /// The ω at which χ² is smallest; an end exactly where it is that.
  var minimum: Lanes {
    var (place, isSteep) = start
    // Beyond this no step leads to the left: where the slope has no bottom there, nearer and
    // nearer.
    var isOpen = Lanes.Mask(true)
    for _ in 0..<400 {
      let (slope, bend) = slopes(place)
      let step = -2 * (slope / bend)
      let least = low.replacing(with: low + 0.1 * (place - low), where: isSteep)
      let next = low.replacing(
        with: (place + step).atLeast(least).atMost(high), where: bend .> 0)
      let moved = (next - place).magnitude
      place = place.replacing(with: next, where: isOpen)
      isOpen = (isOpen .& (moved .> Self.tolerance * place))
      if !isOpen.isAnywhere { break }
    }
    return place.squareRoot()
  }

  /// Where to begin: at the square that points ask for on the average; and where the slope has no
  /// bottom at the lower end, because a point has no speed there.
  private var start: (place: Lanes, isSteep: Lanes.Mask) {
    var (asked, total) = (Lanes(0), 0.0)
    var isSteep = Lanes.Mask(false)
    for i in 0..<block.points {
      let (point, baryons) = (block.subject.points[i], block.baryonSquare[i])
      let square = point.radius * point.radius
      let weight = point.weight * square
      asked += weight * (point.observed * point.observed - baryons)
      total += weight * square
      if point.observed > 0, square > 0 {
        let isStill = baryons + low * square .<= 1e-12 * baryons.magnitude
        isSteep = (isSteep .| (isStill .& (baryons + inside * square .> 0)))
      }
    }
    let mean = (asked / total).atLeast(low).atMost(high)
    return (mean.replacing(with: low + 0.1 * (high - low), where: .!(mean .> low)), isSteep)
  }

  /// The slope of χ² by A, and twice its derivative.
  private func slopes(_ place: Lanes) -> (slope: Lanes, bend: Lanes) {
    var (slope, bend) = (Lanes(0), Lanes(0))
    for i in 0..<block.points {
      let (point, baryons) = (block.subject.points[i], block.baryonSquare[i])
      let square = point.radius * point.radius
      let weight = point.weight * square
      let total = baryons + place * square
      let inverse = 1 / total.squareRoot()
      let ratio = point.observed * inverse
      let own = weight * (1 - ratio)
      let ownBend = (weight * square) * (ratio * (inverse * inverse))
      let counts = (total .> 0) .& (baryons + inside * square .> 0)
      slope += Lanes(0).replacing(with: own, where: counts)
      bend += Lanes(0).replacing(with: ownBend, where: counts)
    }
    return (slope, bend)
  }
}
