import Numerics

/// One search of an Einasto halo that is left to do.
struct EinastoTask {
  /// ln z, ln α and V²_halo at the outermost point to begin with.
  var logPlace: Double
  var shape: Double
  var amplitude: Double
  /// χ² there, about, and how much smaller it may be between the shapes that were looked at.
  var value: Double
  var reserve = 0.0
  /// The ends in z.
  var ends: (lower: Double, upper: Double)
  /// The row and node that it comes from.
  var row: Int
  var node: Int
  /// Whether it began inside a bound of α that held another.
  var isEscape = false
  /// ln z of the end from beyond which it came.
  var origin: Double?

  /// The search that goes on where this one has ended at an end, if there is more beyond it and it
  /// did not come from there.
  func next(after found: EinastoPolish, in range: HaloRange) -> EinastoTask? {
    guard found.logPlace != origin else { return nil }
    let atLower = ends.lower > range.lowest && found.logPlace == Elementary.log(ends.lower)
    let atUpper = ends.upper < range.highest && found.logPlace == Elementary.log(ends.upper)
    guard atLower || atUpper else { return nil }
    var next = self
    (next.logPlace, next.shape, next.amplitude) = (found.logPlace, found.shape, found.amplitude)
    next.origin = found.logPlace
    next.ends = range.piece(around: atLower ? ends.lower : ends.upper, below: atLower)
    return next
  }
}

extension EinastoTask {
  /// The search from inside a bound of α that holds a minimum, where there may be another one.
  func escape(
    of found: EinastoPolish, in range: HaloRange, shapes: (lower: Double, upper: Double)
  ) -> EinastoTask? {
    guard !isEscape, let (logPlace, shape) = found.escape(from: shapes) else { return nil }
    var next = self
    let lowest = range.lowest > 0 ? Elementary.log(range.lowest) : -.infinity
    next.logPlace = min(max(logPlace, lowest), Elementary.log(range.highest))
    (next.shape, next.amplitude, next.isEscape) = (shape, found.amplitude, true)
    next.ends = range.piece(around: Elementary.exp(next.logPlace))
    return next
  }
}

extension HaloRange {
  /// The ends in z between which no bound turns.
  ///
  /// - Parameters:
  ///   - place: A place in it.
  ///   - below: Whether a turn itself counts to the piece below it.
  /// - Returns: The ends.
  func piece(around place: Double, below: Bool = false) -> (lower: Double, upper: Double) {
    var ends = (lower: lowest, upper: highest)
    for turn in [lowerTurn, upperTurn] where lowest < turn && turn < highest {
      if below ? turn < place : turn <= place {
        ends.lower = max(ends.lower, turn)
      } else {
        ends.upper = min(ends.upper, turn)
      }
    }
    return ends
  }
}
