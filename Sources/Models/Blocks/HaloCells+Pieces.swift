import Numerics

/// Galaxies whose gas pulls outward somewhere.
///
/// Where a total is negative there is no speed. At one scale radius χ² is convex in the amplitude
/// between the places where totals pass zero, with a minimum in each such piece at most.
extension HaloCells {
  /// One cell with points whose baryons pull outward: the minima of all pieces.
  func pieces(_ baryons: [Double]) -> (speed: Double, concentration: Double) {
    let outward = baryons.indices.filter { baryons[$0] < 0 }
    var best = (chiSquared: Double.infinity, virial: (speed: 0.0, concentration: 0.0))
    for moving in 0...outward.count {
      let pieces = (0..<nodes.count).map {
        nodes.minimum(at: $0, curve, baryons, outward, moving)
      }
      var values = HaloNodeValues(capacity: nodes.count)
      for piece in pieces {
        values.append(piece.chiSquared, slope: .nan, amplitude: piece.amplitude)
      }
      let minima = values.minima(nodes)
      for minimum in minima {
        for start in nodes.tasks([minimum], turns: (range.lowerTurn, range.upperTurn)) {
          follow(start, pieces[minimum.node].still, baryons, &best)
        }
      }
    }
    return best.virial
  }

  /// Follows a search with some points held without a speed; goes on where others have none.
  private func follow(
    _ start: HaloTask, _ still: [Int], _ baryons: [Double],
    _ best: inout (chiSquared: Double, virial: (speed: Double, concentration: Double))
  ) {
    var (still, task) = (still, start)
    for _ in 0..<4 {
      var tasks = [[task]]
      let minimum = search(
        curve.without(still), baryons, &tasks, pack: { $0(0) }, lane: { number, _ in number })
      let outermost = Law.profile(at: minimum.place, shape: shape).value
      func share(_ i: Int) -> Double {
        curve.start[i]
          * (Law.profile(at: curve.radius[i] * minimum.place, shape: shape).value / outermost)
      }
      let chiSquared = curve.chiSquared(of: baryons, minimum.amplitude, share)
      if chiSquared < best.chiSquared {
        best = (chiSquared, virial(minimum))
      }
      let found = baryons.indices.filter { baryons[$0] + minimum.amplitude * share($0) <= 0 }
      if found == still.sorted() { return }
      still = found
      task.start = min(max(minimum.place, task.lower), task.upper)
      task.amplitude = minimum.amplitude
    }
  }
}
