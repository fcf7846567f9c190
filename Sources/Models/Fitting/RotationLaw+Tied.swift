import Numerics

extension RotationLaw {
  /// The intervals by profile of the quantities that are tied to what is free, in their order.
  ///
  /// - Parameters:
  ///   - fit: The fit.
  ///   - problem: The galaxy and the space.
  /// - Returns: An interval for each.
  static func tiedIntervals(of fit: CurveFit, _ problem: JointProblem) -> [ProfileInterval] {
    problem.relations.tied.map { quantity in
      guard !fit.quantities[quantity].isNaN else { return ProfileInterval() }
      let walk = TiedWalk(of: quantity, problem, fit) { point, target, width in
        follow(point, problem, pulling: quantity, to: target, width: width)
      }
      return walk.interval
    }
  }

  /// Follows one place of the search's coordinates downhill while a tied quantity is pulled to a
  /// value.
  ///
  /// - Parameters:
  ///   - point: Where to begin.
  ///   - problem: The galaxy and the space.
  ///   - quantity: The tied quantity.
  ///   - target: Where to it is pulled.
  ///   - width: How far from there it costs 1.
  /// - Returns: Where the search ends.
  private static func follow(
    _ point: SIMD8<Double>, _ problem: JointProblem, pulling quantity: Quantity,
    to target: Double, width: Double
  ) -> BoundedLeastSquares {
    let scale = problem.scale
    return BoundedLeastSquares(from: point, in: scale.coordinates, limit: 400) { place in
      let values = scale.quantities(at: place)
      let quantities = problem.quantities(at: values)
      var sum = sum(over: problem, at: quantities)
      let number = problem.relations.related(quantities)[quantity]
      sum.add(
        residual: (target - number.value) / width, slopes: number.slopes / width, weight: 1)
      sum.scale(by: scale.slopes(at: values))
      return sum
    }
  }
}
