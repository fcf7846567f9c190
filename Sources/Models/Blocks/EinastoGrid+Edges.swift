import Numerics

/// Searches beside those of the best minima over the nodes: where χ² is so flat that nodes do not
/// tell which is the lowest.
extension EinastoGrid {
  /// The best minimum at either bound of α, and all the mass inside the innermost point: χ² may
  /// hardly change towards them, so that a search ends before.
  func edges(_ minima: [[HaloNodeMinimum]]) -> [EinastoTask] {
    var edges: [EinastoTask] = []
    for row in [0, rows.count - 1] {
      let best = minima[row].min { $0.value < $1.value }
      for minimum in [best, minima[row].first] {
        guard let minimum, !edges.contains(where: { $0.row == row && $0.node == minimum.node })
        else { continue }
        var task = task(row, minimum)
        task.reserve = Self.tolerance * max(1, minimum.value)
        edges.append(task)
      }
    }
    return edges
  }

  /// Those of all rows that may be below the best minimum, where the nodes promise more than there
  /// is.
  func others(
    _ tasks: [EinastoTask], _ best: EinastoBest, _ all: [EinastoTask]
  ) -> [EinastoTask] {
    let tolerance = Self.tolerance * max(1, best.chiSquared)
    guard let first = tasks.first, best.chiSquared > first.value + 4 * tolerance else { return [] }
    return all.filter { other in
      other.value < best.chiSquared + tolerance
        && !tasks.contains { $0.row == other.row && $0.node == other.node }
    }
  }

  /// The corners of the bounds, where nearly all the mass is inside the innermost point: hardly
  /// anything depends on place and shape there.
  func corners(_ best: EinastoBest, _ tasks: [EinastoTask]) -> [EinastoTask] {
    // (2/3) x^α at the innermost point is one where half the slope of a point mass is reached.
    let depth = best.alpha * (best.logPlace + curve.logInner) - 0.4
    guard let first = tasks.first, depth > 0 else { return [] }
    // Where the amplitude of a point mass meets the lower bound of c200.
    let meeting = range.lowerConcentration / (range.rate * best.parameters[0])
    let isInside = range.lowest < meeting && meeting < range.highest
    let places = [
      (0, range.lowerTurn), (rows.count - 1, range.highest), (rows.count - 1, range.lowerTurn),
      (0, isInside ? meeting : 0),
    ]
    return places.filter { $0.1 > 0 }.map { row, place in
      var task = first
      (task.logPlace, task.shape) = (Elementary.log(place), Elementary.log(rows[row].shape))
      (task.amplitude, task.value, task.row) = (best.amplitude, best.chiSquared, row)
      task.ends = range.piece(around: place)
      return task
    }
  }
}
