import Galaxies
import Models
import Numerics

/// Fits of a law to one galaxy in cells that fix some quantities.
struct MadeCells {
  let law: any RotationLaw.Type
  let subject: FitSubject
  var space: FitSpace
  var fixed: [Quantity] = [.galaxy(.upsilonDisk), .galaxy(.upsilonBulge)]
  /// The values that each of these has in a grid, where it is known; shape `[fixed][values]`.
  var grid: [[Double]] = []

  init(_ law: any RotationLaw.Type, _ galaxy: MadeGalaxy, in bounds: [ClosedRange<Double>]? = nil) {
    self.law = law
    subject = FitSubject(galaxy.known)
    let ranges = bounds ?? law.card.parameters.map(\.bounds)
    space = FitSpace(ranges.map { FitRange($0) }, MassToLight())
  }

  /// The fits of some cells by a search.
  func fits(
    _ cells: [[Double]], by search: SearchMethod = .lanes, with extras: FitExtras = []
  ) -> [GalaxyFits.Result] {
    let quantities = fixed.enumerated().map { place, quantity in
      FixedQuantity(quantity, values: grid.isEmpty ? [] : grid[place])
    }
    return law.fits(to: subject, in: space, fixing: quantities, by: search, with: extras).at(cells)
  }

  /// Cells of evenly spaced ratios of disk and bulge.
  static func ratios(_ count: Int, in range: ClosedRange<Double> = 0.3...0.8) -> [[Double]] {
    func ratio(_ place: Int) -> Double {
      range.lowerBound
        + (range.upperBound - range.lowerBound) * Double(place) / Double(max(1, count - 1))
    }
    return (0..<count).flatMap { disk in (0..<count).map { [ratio(disk), ratio($0)] } }
  }
}

extension GalaxyFits.Result {
  /// Everything that a table shows of it, as bits.
  var bits: [UInt64] {
    switch self {
    case .failure(let refusal): return Array(refusal.text.utf8).map(UInt64.init)
    case .success(let fit):
      let law = fit.quantities.law.lanes
      let errors = fit.errors.law.lanes
      let numbers =
        (0..<8).flatMap { [law[$0], errors[$0]] } + [
          fit.chiSquared, fit.rmse, fit.outerRMSE, fit.laplace, fit.baryonExcess,
          fit.quantities.galaxy.distance, fit.quantities.galaxy.upsilonDisk,
        ]
      return numbers.map { $0.isNaN ? 1 : $0.bitPattern }
        + [fit.bounds.bits, fit.clampedPoints, fit.degreesOfFreedom, fit.points].map {
          UInt64($0)
        } + Array(fit.status.rawValue.utf8).map(UInt64.init) + [fit.isProven ? 1 : 0]
    }
  }
}
