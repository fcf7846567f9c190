import Numerics

extension RotationLaw {
  package static func optima(
    of subject: FitSubject, in space: FitSpace
  ) throws(FitRefusal) -> [Quantities] {
    let card = card
    let space = try ResolvedSpace(Self.self, card, subject, space, allowsFewPoints: true)
    let problem = JointProblem(subject, space, card)
    func quantities(_ point: SIMD8<Double>) -> Quantities {
      problem.quantities(at: problem.scale.quantities(at: point))
    }
    let best = search(problem, within: space.bounds)
    var optima = [quantities(best.point)]
    for place in 0..<best.others.count { optima.append(quantities(best.others[place].point)) }
    if space.isPlain {
      var direct = space.corner
      let curve = ScaledCurve(subject, at: direct.galaxy)
      let best: ParameterVector? = curve.withPoints {
        optimum(of: $0, in: curve.galaxy, within: space.bounds)
      }
      if let best {
        direct.law = best
        optima.append(direct)
      }
    }
    return optima
  }
}
