import Numerics

/// Galaxies whose gas pulls outward somewhere: as for a halo without a free shape, every piece is
/// searched.
extension EinastoGrid {
  /// One cell with points whose baryons pull outward: the minima of all pieces.
  func pieces(_ baryons: [Double]) -> [Double] {
    let outward = baryons.indices.filter { baryons[$0] < 0 }
    var best = (chiSquared: Double.infinity, parameters: [Double.nan, .nan, .nan])
    for moving in 0...outward.count {
      let pieces = rows.map { _, nodes in
        (0..<nodes.count).map { nodes.minimum(at: $0, curve, baryons, outward, moving) }
      }
      let minima = zip(rows, pieces).map { row, found in
        var values = HaloNodeValues(capacity: found.count)
        for piece in found {
          values.append(piece.chiSquared, slope: .nan, amplitude: piece.amplitude)
        }
        return values.minima(row.nodes)
      }
      for start in tasks(minima) {
        follow(start, pieces[start.row][start.node].still, baryons, &best)
      }
    }
    return best.parameters
  }

  /// Follows a search with some points held without a speed; goes on where others have none.
  private func follow(
    _ start: EinastoTask, _ still: [Int], _ baryons: [Double],
    _ best: inout (chiSquared: Double, parameters: [Double])
  ) {
    var (still, task) = (still, start)
    for _ in 0..<4 {
      let minimum = search(curve.without(still), baryons, [task])
      guard minimum.chiSquared < .infinity else { return }
      let (alpha, place) = (minimum.alpha, Elementary.exp(minimum.logPlace))
      let outermost = EinastoHalo.profile(at: place, shape: alpha).value
      func share(_ i: Int) -> Double {
        curve.start[i]
          * (EinastoHalo.profile(at: curve.radius[i] * place, shape: alpha).value / outermost)
      }
      let chiSquared = curve.chiSquared(of: baryons, minimum.amplitude, share)
      if chiSquared < best.chiSquared { best = (chiSquared, minimum.parameters) }
      let found = baryons.indices.filter { baryons[$0] + minimum.amplitude * share($0) <= 0 }
      if found == still.sorted() { return }
      still = found
      (task.logPlace, task.amplitude) = (minimum.logPlace, minimum.amplitude)
      task.shape = Elementary.log(alpha)
      task.ends = range.piece(around: place)
    }
  }
}
