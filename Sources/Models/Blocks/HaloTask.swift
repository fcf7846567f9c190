import Numerics

/// One search that is left to do: from where, and between which nodes.
struct HaloTask {
  /// The node that it begins at, and z and V²_halo at the outermost point there.
  var start: Double
  var amplitude: Double
  /// The nodes at the ends, and z there; the lower one has the larger scale radius.
  var nodes: (lower: Int, upper: Int)
  var lower: Double
  var upper: Double
}

extension HaloNodes {
  /// A search that begins at a node, or at an end of another search.
  func task(
    from start: Double, _ amplitude: Double, between lower: Int, and upper: Int
  ) -> HaloTask {
    let ends = (lower: min(lower, count - 1), upper: max(upper, 0))
    return HaloTask(
      start: start, amplitude: amplitude, nodes: ends, lower: places[ends.lower],
      upper: places[ends.upper])
  }

  /// The searches from the minima over the nodes of one cell.
  ///
  /// - Parameters:
  ///   - minima: The minima.
  ///   - turns: Where the bounds turn: both sides are searched.
  /// - Returns: The searches.
  func tasks(
    _ minima: [HaloNodeMinimum], turns: (lower: Double, upper: Double)
  ) -> [HaloTask] {
    var tasks: [HaloTask] = []
    for minimum in minima {
      let (node, amplitude) = (minimum.node, minimum.amplitude)
      let here = places[node]
      let start = minimum.isExact ? here : Elementary.exp(minimum.logPlace)
      if minimum.isExact, here == turns.lower || here == turns.upper {
        tasks.append(task(from: here, amplitude, between: node, and: node - 1))
        tasks.append(task(from: here, amplitude, between: node + 1, and: node))
      } else if here == turns.lower || here == turns.upper {
        let isBelow = start < here
        tasks.append(
          task(
            from: start, amplitude, between: isBelow ? node + 1 : node,
            and: isBelow ? node : node - 1))
      } else {
        tasks.append(task(from: start, amplitude, between: node + 1, and: node - 1))
      }
    }
    return tasks
  }

  /// The search that goes on where another has ended at an end of its bracket, if there is more
  /// beyond it and it did not begin there.
  func task(after task: HaloTask, at place: Double, _ amplitude: Double) -> HaloTask? {
    guard place != task.start else { return nil }
    if place == task.lower, task.nodes.lower + 1 < count {
      return self.task(
        from: place, amplitude, between: task.nodes.lower + 1, and: task.nodes.lower)
    }
    if place == task.upper, task.nodes.upper > 0 {
      return self.task(
        from: place, amplitude, between: task.nodes.upper, and: task.nodes.upper - 1)
    }
    return nil
  }
}
