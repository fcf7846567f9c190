import Numerics

/// The points of a curve side by side, eight at a time, with all that a halo and its galaxy need of
/// them for the distance of the catalogue.
struct HaloPoints {
  struct Group {
    /// Distances from the centre, kpc.
    var radius = Lanes(1)
    /// The radius to the power with which V²_halo starts at the centre.
    var start = Lanes(1)
    /// 1/σ², and the same times the observed speed; zero for lanes without a point.
    var weight = Lanes(0)
    var pull = Lanes(0)
    var observed = Lanes(1)
    /// The squares of the speeds of the components, km²/s².
    var gas = Lanes(0)
    var disk = Lanes(0)
    var bulge = Lanes(0)
  }

  private(set) var groups: [Group]
  let hasBulge: Bool

  init(_ subject: FitSubject, massPower: Int) {
    let points = subject.points
    groups = [Group](repeating: Group(), count: (points.count + 7) / 8)
    for (i, point) in points.enumerated() {
      let (group, lane) = (i / 8, i % 8)
      groups[group].radius[lane] = point.radius
      groups[group].start[lane] = massPower == 3 ? point.radius * point.radius : point.radius
      groups[group].weight[lane] = point.weight
      groups[group].pull[lane] = point.weight * point.observed
      groups[group].observed[lane] = point.observed
      groups[group].gas[lane] = point.gas
      groups[group].disk[lane] = point.disk
      groups[group].bulge[lane] = point.bulge
    }
    hasBulge = subject.has.upsilonBulge
  }
}
