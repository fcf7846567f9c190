import Galaxies
import Models
import Numerics
import Testing

/// Fits of a halo to one galaxy in cells that fix some quantities, by either search.
struct HaloFits {
  static let names = ["nfw", "pseudo-isothermal", "burkert", "einasto"]

  /// Bounds of v200 and c200: those of the cards, and some that bite.
  static let bounds: [[ClosedRange<Double>]] = [
    [10...500, 0...1000], [60...180, 4...14], [10...60, 0...1000], [10...500, 0...5],
  ]

  let law: any RotationLaw.Type
  let subject: FitSubject
  var space: FitSpace
  var fixed: [Quantity] = [.galaxy(.upsilonDisk), .galaxy(.upsilonBulge)]

  init(_ name: String, _ galaxy: MadeGalaxy, in bounds: [ClosedRange<Double>]) throws {
    law = try #require(ModelCatalogue.law(named: name))
    subject = FitSubject(galaxy.known)
    let others = law.card.parameters.dropFirst(bounds.count).map(\.bounds)
    space = FitSpace((bounds + others).map { FitRange($0) }, MassToLight())
  }

  func at(_ cells: [[Double]], by search: SearchMethod = .lanes) throws -> [CurveFit] {
    try law.fits(
      to: subject, in: space, fixing: fixed.map { FixedQuantity($0) }, by: search, with: []
    ).at(cells).map { try $0.get() }
  }

  /// The same ratio of disk and bulge in every cell.
  static func ratios(_ count: Int) -> [[Double]] {
    (0..<count).map { place in
      let ratio = 0.3 + 0.5 * Double(place) / Double(max(1, count - 1))
      return [ratio, ratio]
    }
  }

  /// How many fits are above those from many starts, how many below, and how many have another
  /// status where χ² is the same.
  func comparison(_ cells: [[Double]]) throws -> (worse: Int, better: Int, others: Int) {
    var count = (worse: 0, better: 0, others: 0)
    for (new, old) in zip(try at(cells), try at(cells, by: .starts)) {
      let margin = 1e-10 * max(1, old.chiSquared)
      if !(new.chiSquared <= old.chiSquared + margin) { count.worse += 1 }
      if new.chiSquared < old.chiSquared - margin { count.better += 1 }
      let isSame = (new.chiSquared - old.chiSquared).magnitude <= margin
      if isSame, new.status != old.status, old.status != .disagreeingStarts { count.others += 1 }
    }
    return count
  }
}

extension CurveFit {
  /// What a search decides, as bits.
  var haloBits: [UInt64] {
    let numbers = [
      quantities.law[0], quantities.law[1], quantities.law[2], chiSquared, rmse, laplace,
      errors.law[0], errors.law[1], errors.law[2],
    ]
    return numbers.map { $0.isNaN ? 1 : $0.bitPattern } + [UInt64(bounds.bits)]
  }
}
