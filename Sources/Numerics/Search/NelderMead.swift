/// A local minimum of a function of several variables, by a simplex that turns and shrinks.
///
/// The worst corner of a simplex is reflected at the centre of the others, with twice the way if
/// that is a new best and half the way if it is still the worst; if nothing helps, all corners move
/// halfway towards the best.
///
/// No minimum is promised: on a function that jumps, the simplex may collapse at a jump. It is here
/// because published results rest on it; ``BoxMinimum`` looks everywhere.
///
/// *Differs from the source:* the first simplex, the stopping rule and the contractions inside and
/// outside are those of `scipy.optimize.minimize(method="Nelder-Mead")`, step by step. Corners of
/// equal value keep their order; numpy's sorting promises no order and differs between processors.
///
/// - SeeAlso: Nelder & Mead 1965, The Computer Journal 7, 308; Lagarias et al. 1998, SIAM Journal
///   on Optimization 9, 112.
package struct NelderMead: Equatable, Sendable {
  /// The best corner; shape `[n]`.
  package let point: [Double]

  /// The function there.
  package let value: Double

  /// How many simplices there were, with the first.
  package let iterations: Int

  /// How many times the function was called.
  package let evaluations: Int

  /// Whether a limit was reached, as scipy counts it: even if the last step met the tolerances.
  package let hitLimit: Bool

  /// When a search ends.
  package struct Limits: Equatable, Sendable {
    /// The largest distance of any coordinate from that of the best corner.
    package var point: Double

    /// The largest difference of any value from the best.
    package var value: Double

    /// How many simplices to try; nil means 200 per variable.
    package var iterations: Int?

    /// How many calls to make; nil means 200 per variable.
    package var evaluations: Int?

    /// Tolerances, both of which must be met, and budgets, either of which ends the search.
    package init(
      point: Double = 1e-4, value: Double = 1e-4, iterations: Int? = nil, evaluations: Int? = nil
    ) {
      (self.point, self.value) = (point, value)
      (self.iterations, self.evaluations) = (iterations, evaluations)
    }
  }

  /// Searches for a minimum near a point.
  ///
  /// The other corners of the first simplex lie 5 % further along one coordinate each, or at
  /// 0.00025 where the coordinate is zero.
  ///
  /// - Parameters:
  ///   - function: The function; NaN counts as worse than any number.
  ///   - start: Where to begin; shape `[n]`.
  ///   - limits: When to stop.
  /// - Precondition: There is at least one coordinate.
  package init(
    of function: ([Double]) -> Double, from start: [Double], limits: Limits = Limits()
  ) {
    precondition(!start.isEmpty, "a function to minimise has at least one variable")
    let maximumIterations = limits.iterations ?? 200 * start.count
    let maximumEvaluations = limits.evaluations ?? 200 * start.count
    var evaluations = 0
    // Nil where the budget is spent.
    func evaluate(_ point: [Double]) -> Double? {
      guard evaluations < maximumEvaluations else { return nil }
      evaluations += 1
      return function(point)
    }
    var simplex = Simplex(around: start)
    simplex.evaluateAll(by: evaluate)
    var iterations = 1
    while evaluations < maximumEvaluations && iterations < maximumIterations {
      if simplex.isWithin(limits) { break }
      if simplex.step(by: evaluate) { iterations += 1 }
    }
    self.point = simplex.corners[0].point
    self.value = simplex.corners[0].value
    self.iterations = iterations
    self.evaluations = evaluations
    self.hitLimit = evaluations >= maximumEvaluations || iterations >= maximumIterations
  }
}

extension NelderMead {
  /// The n + 1 corners, best first.
  private struct Simplex {
    var corners: [(point: [Double], value: Double)]

    /// The simplex that steps along each coordinate from a point.
    init(around start: [Double]) {
      corners = [(start, .infinity)]
      for index in start.indices {
        var point = start
        point[index] = point[index] == 0 ? 0.00025 : 1.05 * point[index]
        corners.append((point, .infinity))
      }
    }

    /// Calls the function at every corner, as long as there is budget, and sorts them.
    mutating func evaluateAll(by evaluate: ([Double]) -> Double?) {
      for index in corners.indices {
        guard let value = evaluate(corners[index].point) else { break }
        corners[index].value = value
      }
      sort()
    }

    /// Whether all corners lie close to the best one, in place and in value.
    func isWithin(_ limits: Limits) -> Bool {
      let best = corners[0]
      return corners.dropFirst().allSatisfy { corner in
        (best.value - corner.value).magnitude <= limits.value
          && zip(corner.point, best.point).allSatisfy { ($0 - $1).magnitude <= limits.point }
      }
    }

    /// Replaces the worst corner or shrinks towards the best.
    ///
    /// - Returns: Whether the step was done; false if the budget ended in the middle of it.
    mutating func step(by evaluate: ([Double]) -> Double?) -> Bool {
      defer { sort() }
      let last = corners.count - 1
      let (best, nextToWorst, worst) = (corners[0], corners[last - 1], corners[last])
      let centre = centreOfAllButTheWorst
      // The point a centre − b worst.
      func along(_ a: Double, _ b: Double) -> [Double] {
        zip(centre, worst.point).map { a * $0 - b * $1 }
      }
      let reflected = along(2, 1)
      guard let reflectedValue = evaluate(reflected) else { return false }
      if reflectedValue < best.value {
        let expanded = along(3, 2)
        guard let expandedValue = evaluate(expanded) else { return false }
        corners[last] =
          expandedValue < reflectedValue
          ? (expanded, expandedValue) : (reflected, reflectedValue)
        return true
      }
      if reflectedValue < nextToWorst.value {
        corners[last] = (reflected, reflectedValue)
        return true
      }
      let isOutside = reflectedValue < worst.value
      let contracted = isOutside ? along(1.5, 0.5) : along(0.5, -0.5)
      guard let value = evaluate(contracted) else { return false }
      if isOutside ? value <= reflectedValue : value < worst.value {
        corners[last] = (contracted, value)
        return true
      }
      return shrink(by: evaluate)
    }

    /// Moves every corner halfway towards the best.
    private mutating func shrink(by evaluate: ([Double]) -> Double?) -> Bool {
      let best = corners[0].point
      for index in corners.indices.dropFirst() {
        corners[index].point = zip(best, corners[index].point).map { $0 + 0.5 * ($1 - $0) }
        guard let value = evaluate(corners[index].point) else { return false }
        corners[index].value = value
      }
      return true
    }

    private var centreOfAllButTheWorst: [Double] {
      var sum = corners[0].point
      for corner in corners.dropFirst().dropLast() {
        for index in sum.indices { sum[index] += corner.point[index] }
      }
      return sum.map { $0 / Double(corners.count - 1) }
    }

    /// Sorts by value; equal ones keep their order and NaN comes last.
    private mutating func sort() {
      for index in corners.indices.dropFirst() {
        let corner = corners[index]
        var place = index
        while place > 0 && Self.isBetter(corner.value, than: corners[place - 1].value) {
          corners[place] = corners[place - 1]
          place -= 1
        }
        corners[place] = corner
      }
    }

    private static func isBetter(_ value: Double, than other: Double) -> Bool {
      value < other || (other.isNaN && !value.isNaN)
    }
  }
}
