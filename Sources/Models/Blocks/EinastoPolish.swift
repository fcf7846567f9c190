import Numerics

/// A minimum of χ² of an Einasto halo over ln z and ln α, with the best amplitude at each place.
///
/// Steps are Newton's with the exact second derivatives of the profile; those that fail are damped.
struct EinastoPolish {
  /// ln z, ln α and χ² with all that goes with it.
  private(set) var logPlace: Double
  private(set) var shape: Double
  private(set) var amplitude: Double
  private(set) var chiSquared = Double.infinity
  private(set) var model: EinastoModel?
  /// How often χ² was worked out.
  private(set) var evaluations = 0

  /// Searches from a place.
  ///
  /// - Parameters:
  ///   - curve: The curve with its baryons.
  ///   - range: The bounds of v200 and c200.
  ///   - start: Where to begin.
  ///   - shapes: The bounds of ln α.
  init(
    _ curve: inout EinastoCurve, _ range: HaloRange, from start: EinastoTask,
    shapes: (lower: Double, upper: Double)
  ) {
    let bounds = EinastoBounds(range, between: start.ends)
    let ends = (lower: Elementary.log(start.ends.lower), upper: Elementary.log(start.ends.upper))
    let logReach = Elementary.log(range.reach)
    (logPlace, shape, amplitude) = (start.logPlace, start.shape, start.amplitude)
    var next = (logPlace: start.logPlace, shape: start.shape, amplitude: start.amplitude)
    var (damping, promise, reach) = (0.0, 0.0, 1.0)
    var isPlain = false
    while evaluations < 200, damping < 1e9 {
      evaluations += 1
      let here = Self.model(&curve, bounds, at: next)
      let isGood = here.chiSquared <= chiSquared
      if model != nil {
        // Newton's way leads down: first a smaller part of it is tried.
        if !isGood, damping == 0, isPlain, reach > 0.05 {
          reach *= 0.3
        } else {
          Self.adapt(&damping, isGood, (chiSquared - here.chiSquared) / promise)
          if isGood { reach = min(1, 2 * reach) }
        }
      }
      if isGood {
        (model, chiSquared, amplitude) = (here, here.chiSquared, here.amplitude)
        (logPlace, shape) = (next.logPlace, next.shape)
      }
      guard let model else { return }
      let alpha = Elementary.exp(shape)
      let scale = EinastoCoordinate(
        logPlace, alpha, logReach: logReach, model, between: ends)
      func newton(_ slopes: PlaceSlopes<Double>) -> EinastoStep {
        EinastoStep(
          scale.slopes(slopes),
          scale.room(between: ends, central: Elementary.log(amplitude / bounds.central)),
          (shapes.lower - shape, shapes.upper - shape), damping: damping)
      }
      var step = newton(model.slopes)
      var meeting = model.part(of: scale.change(step), step.second)
      var isBent = false
      if meeting < 1 {
        // Where the way leads over a bound of the amplitude, it goes on along it.
        let bent = newton(model.beyond)
        isBent = bent.promise - model.excess > step.promise * meeting
        if isBent { (step, meeting) = (bent, 1) }
      }
      let size = max(0.5 * step.first.magnitude, step.second.magnitude)
      let ending = scale.part(of: step, between: ends)
      let part = min(size > 1 ? 1 / size : 1, ending, meeting, reach)
      promise = (step.promise - (isBent ? model.excess : 0)) * part
      // A step that a bound of the amplitude cuts promises little, but the next one leads along it.
      isPlain = step.isPlain
      let least = 1e-14 * chiSquared + 1e-15
      guard promise > least || (meeting < ending && step.promise > least) else { return }
      next.shape =
        part == 1 && step.second <= shapes.lower - shape
        ? shapes.lower
        : part == 1 && step.second >= shapes.upper - shape
          ? shapes.upper : min(max(shape + part * step.second, shapes.lower), shapes.upper)
      var place = scale.logPlace(
        after: step, part, Elementary.exp(next.shape), model, bounds,
        reachesCentre: start.ends.lower == 0)
      // An end that cuts the step is met exactly.
      if part == ending, ending < 1 { place = scale.change(step) > 0 ? ends.upper : ends.lower }
      next.logPlace = min(max(place, ends.lower), ends.upper)
      next.amplitude = model.amplitude(after: next.logPlace - logPlace, next.shape - shape)
      // A step that promises so little ends where it leads.
      if step.isPlain, !isBent, part == 1, promise <= 1e-11 * chiSquared {
        (logPlace, shape, amplitude) = next
        return
      }
    }
  }

  /// Where χ² is as small again inside a bound of α that holds it, by its second derivatives: there
  /// may be another minimum beyond.
  ///
  /// - Parameter shapes: The bounds of ln α.
  /// - Returns: ln z and ln α a little beyond; nil where it only rises.
  func escape(from shapes: (lower: Double, upper: Double)) -> (logPlace: Double, shape: Double)? {
    guard let slopes = model?.slopes, shape <= shapes.lower || shape >= shapes.upper else {
      return nil
    }
    // The place goes with the shape.
    let follow = slopes.zz > 0 ? -slopes.both / slopes.zz : 0
    let bend = slopes.shapes + follow * slopes.both
    let way = 2.4 * (slopes.shape / bend).magnitude
    guard bend < 0, way < min(0.6, shapes.upper - shapes.lower) else { return nil }
    let step = shape <= shapes.lower ? way : -way
    return (logPlace + follow * step, shape + step)
  }

  /// χ² at a place with the best amplitude there.
  private static func model(
    _ curve: inout EinastoCurve, _ bounds: EinastoBounds,
    at place: (logPlace: Double, shape: Double, amplitude: Double)
  ) -> EinastoModel {
    let alpha = Elementary.exp(place.shape)
    let taken = curve.take(
      place.logPlace, alpha, from: place.amplitude,
      and: (
        bounds.concentration(isLow: true, at: place.logPlace),
        bounds.concentration(isLow: false, at: place.logPlace)
      ))
    let low = bounds.limit(isLow: true, taken.outermost, taken.low)
    let high = bounds.limit(isLow: false, taken.outermost, taken.high)
    func model(_ amplitude: Double) -> EinastoModel {
      let bounded = min(max(amplitude, low.amplitude), high.amplitude)
      return EinastoModel(curve.sums(at: bounded), at: bounded, low, high)
    }
    var here = model(taken.amplitude)
    // After a long step the amplitude may be far from its best value, and the slopes misled.
    for _ in 0..<50 where here.drift.magnitude > 1e-3 { here = model(here.amplitude(after: 0, 0)) }
    return here
  }

  /// Lowers or raises the damping.
  ///
  /// - Parameters:
  ///   - damping: The damping.
  ///   - isGood: Whether the step was made.
  ///   - gain: What it gained in units of what it promised.
  private static func adapt(_ damping: inout Double, _ isGood: Bool, _ gain: Double) {
    if !isGood {
      damping = damping == 0 ? 0.1 : 10 * damping
    } else if gain > 0.9 {
      damping = damping < 0.02 ? 0 : 0.1 * damping
    } else if gain > 0.6 {
      damping *= 0.4
    }
  }
}
