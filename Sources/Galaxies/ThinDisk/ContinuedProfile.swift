import Numerics

/// A surface density at all radii, made from its table.
///
/// - *Between two points* with a positive density, ln Σ is a monotone cubic: it has no extremum
///   that the table has not, and an exponential disk comes out exactly. Where a density is zero, Σ
///   is a straight line to the next point.
/// - *Inside the first radius* R₁, ln Σ is a straight line through the first point. Its slope is
///   that of the least squares line through the points out to 2R₁, at least three, but Σ rises to
///   e⁴ times the first density at most, so an exponential disk comes out exactly if the table
///   begins within four scale lengths. Where Σ falls toward the centre, it ends after thirty scale
///   lengths.
/// - *Outside the last radius* Rₙ, Σ falls off exponentially from the last point, and ends after
///   thirty scale lengths. The scale length is that of the least squares line of ln Σ through the
///   points from 0.8Rₙ on, at least three, but at most Rₙ/2, also where the points do not fall. So
///   the mass is finite, and an exponential disk comes out exactly if the table reaches two scale
///   lengths.
/// - The points of a line are those up to the first zero. If the first or last density itself is
///   zero, there is nothing beyond it.
///
/// The density is continuous but for the ends after thirty scale lengths, where 1e-13 of it is
/// left.
struct ContinuedProfile: Equatable, Sendable {
  /// Where the density is not zero, innermost first.
  let pieces: [ProfilePiece]

  init(_ disk: SurfaceDensity) {
    pieces = Self.inward(disk) + Self.between(disk) + Self.outward(disk)
  }

  /// The surface density, M☉/pc², at a radius in kpc; zero between and beyond the pieces.
  func density(at radius: Double) -> Double {
    pieces.first { $0.start <= radius && radius <= $0.end }?.density(at: radius) ?? 0
  }

  /// The mass inside, within and beyond some radii of the table.
  ///
  /// - Parameters:
  ///   - first: The first radius of the table, kpc.
  ///   - last: The last, or the last but an edge that was added, kpc.
  /// - Returns: The masses.
  func mass(tabulatedFrom first: Double, through last: Double) -> DiskMass {
    pieces.reduce(into: DiskMass()) { mass, piece in
      if piece.end <= first {
        mass.inside += piece.mass
      } else if piece.start >= last {
        mass.beyond += piece.mass
      } else {
        mass.tabulated += piece.mass
      }
    }
  }

  /// The piece from the centre to the first radius.
  private static func inward(_ disk: SurfaceDensity) -> [ProfilePiece] {
    let first = disk.radius[0]
    guard disk.density[0] > 0 else { return [] }
    let zero = disk.density.firstIndex { $0 == 0 } ?? disk.count
    let near = disk.radius[..<zero].prefix { $0 <= 2 * first }.count
    let slope = max(Self.slope(disk, of: 0..<min(max(near, 3), zero)), -4 / first)
    let start = slope * first > 30 ? first - 30 / slope : 0
    let logarithm = Elementary.log(disk.density[0]) - slope * (first - start)
    return [
      ProfilePiece(
        start: start, end: first, shape: .logarithmic(a: logarithm, b: slope, c: 0, d: 0))
    ]
  }

  /// The piece from the last radius outward.
  private static func outward(_ disk: SurfaceDensity) -> [ProfilePiece] {
    let last = disk.radius[disk.count - 1]
    guard disk.density[disk.count - 1] > 0 else { return [] }
    let start = disk.count - disk.density.reversed().prefix { $0 != 0 }.count
    let near = disk.radius[start...].drop { $0 < 0.8 * last }.startIndex
    let slope = Self.slope(disk, of: max(min(near, disk.count - 3), start)..<disk.count)
    let steepness = max(-slope, 2 / last)
    return [
      ProfilePiece(
        start: last, end: last + 30 / steepness,
        shape: .logarithmic(
          a: Elementary.log(disk.density[disk.count - 1]), b: -steepness, c: 0, d: 0))
    ]
  }

  /// The slope of the least squares line of ln Σ, per kpc; zero for a single point.
  private static func slope(_ disk: SurfaceDensity, of points: Range<Int>) -> Double {
    guard points.count > 1 else { return 0 }
    let logarithms = points.map { Elementary.log(disk.density[$0]) }
    let radii = Array(disk.radius[points])
    let count = Double(points.count)
    let meanRadius = radii.reduce(0, +) / count
    let meanLogarithm = logarithms.reduce(0, +) / count
    var (product, square) = (0.0, 0.0)
    for (radius, logarithm) in zip(radii, logarithms) {
      product += (radius - meanRadius) * (logarithm - meanLogarithm)
      square += (radius - meanRadius) * (radius - meanRadius)
    }
    return product / square
  }

  /// The pieces between the points of the table.
  private static func between(_ disk: SurfaceDensity) -> [ProfilePiece] {
    var pieces: [ProfilePiece] = []
    var start = 0
    while start < disk.count - 1 {
      let end = disk.density[start...].firstIndex { $0 == 0 } ?? disk.count
      if end - start > 1 {
        pieces +=
          MonotoneCubic(
            x: Array(disk.radius[start..<end]), y: disk.density[start..<end].map(Elementary.log)
          ).pieces
        start = end - 1
      } else {
        if disk.density[start] > 0 || disk.density[start + 1] > 0 {
          pieces.append(line(disk, from: start))
        }
        start += 1
      }
    }
    return pieces
  }

  /// The straight line between a point and the next.
  private static func line(_ disk: SurfaceDensity, from point: Int) -> ProfilePiece {
    let (start, end) = (disk.radius[point], disk.radius[point + 1])
    let rise = disk.density[point + 1] - disk.density[point]
    return ProfilePiece(
      start: start, end: end, shape: .linear(a: disk.density[point], b: rise / (end - start)))
  }
}
