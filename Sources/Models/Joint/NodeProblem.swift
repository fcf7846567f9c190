import Numerics

/// The problem that is left on a node of the scale radius: the strength of the halo and the
/// quantities of the galaxy.
struct NodeProblem<Law: HaloLaw> {
  let variables: [NodeVariable]
  /// The places of variables among the coordinates, from 1 on; zero for what is fixed: the ratios
  /// of gas, disk and bulge, distance, inclination.
  let ratios: SIMD4<Int>
  let length: Int
  let inclination: Int
  private let fixedRatios: SIMD4<Double>
  private let fixedLength: Double
  private let fixedInclination: Double
  private let sine: Double
  let halo: NodeHalo<Law>

  /// Whether nothing but bounds is known of some variable.
  let isLoose: Bool

  /// How many coordinates there are: the strength, and the variables.
  var count: Int { variables.count + 1 }

  init(_ problem: JointProblem, _ roles: HaloRoles) {
    var variables: [NodeVariable] = []
    func insert(_ lane: Int, _ kind: NodeVariable.Kind) -> Int {
      guard lane >= 0 else { return 0 }
      variables.append(NodeVariable(problem, lane, kind))
      return variables.count
    }
    ratios = SIMD4(
      insert(roles.ratios[0], .ratio), insert(roles.ratios[1], .ratio),
      insert(roles.ratios[2], .ratio), 0)
    length = insert(roles.distance, .length)
    inclination = insert(roles.inclination, .inclination)
    self.variables = variables
    isLoose = variables.contains { $0.prior.isFlat }
    fixedRatios = roles.fixedRatios
    fixedLength = roles.fixedDistance / problem.subject.distance
    fixedInclination = roles.fixedInclination
    sine = problem.subject.sine
    halo = NodeHalo(problem, roles)
  }

  /// What the squares of the speeds are made of at some coordinates.
  @inline(__always)
  func galaxy(_ place: [6 of Lanes]) -> NodeGalaxy {
    var galaxy = NodeGalaxy(length: Lanes(fixedLength))
    for component in 0..<3 {
      let i = ratios[component]
      galaxy.ratios[component] =
        i > 0 ? variables[i - 1].quantity(place[i]) : Lanes(fixedRatios[component])
    }
    if length > 0 { galaxy.length = Elementary.exp(place[length]) }
    if inclination > 0 {
      galaxy.incline(place[inclination], sine)
    } else {
      let sine = Elementary.sin(fixedInclination * .radiansPerDegree) / self.sine
      galaxy.projection = Lanes(sine * sine)
    }
    galaxy.light = galaxy.projection * galaxy.length
    for component in 0..<3 {
      galaxy.masses[component] = galaxy.light * galaxy.ratios[component]
    }
    return galaxy
  }

  /// The quantity of a variable, in the unit of its prior.
  @inline(__always)
  func quantity(_ variable: Int, _ place: [6 of Lanes], _ galaxy: NodeGalaxy) -> Lanes {
    if variable + 1 == length { return variables[variable].unit * galaxy.length }
    if variable + 1 == inclination { return place[inclination] }
    for component in 0..<3 where variable + 1 == ratios[component] {
      return galaxy.ratios[component]
    }
    return place[variable + 1]
  }
}
