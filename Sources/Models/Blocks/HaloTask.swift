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

  /// The minima over the nodes of one cell, from small to large scale radii.
  ///
  /// - Parameters:
  ///   - values: χ² at the nodes; infinite where there is none.
  ///   - amplitudes: V²_halo at the outermost point there.
  ///   - turns: Where the bounds turn: both sides are searched.
  /// - Returns: What to follow.
  func tasks(
    _ values: [Double], _ amplitudes: [Double], turns: (lower: Double, upper: Double)
  ) -> [HaloTask] {
    var tasks: [HaloTask] = []
    for node in 0..<count where values[node] < .infinity {
      let isLow =
        (node == 0 || values[node - 1] >= values[node])
        && (node + 1 == count || values[node + 1] > values[node])
      guard isLow else { continue }
      let (here, amplitude) = (places[node], amplitudes[node])
      if here == turns.lower || here == turns.upper {
        tasks.append(task(from: here, amplitude, between: node, and: node - 1))
        tasks.append(task(from: here, amplitude, between: node + 1, and: node))
      } else {
        tasks.append(task(from: here, amplitude, between: node + 1, and: node - 1))
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
