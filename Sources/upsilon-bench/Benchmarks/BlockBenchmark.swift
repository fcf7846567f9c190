import Galaxies
import Models
import Support

/// Fits of cells of one galaxy, blocks of eight side by side, against the same cells one after the
/// other: 1, 8 and 121 cells of mass-to-light ratios, of the galaxies of the other benchmarks; of
/// laws with three parameters 1 and 16 by the search side by side alone, as the other takes long.
enum BlockBenchmark: Benchmark {
  private static let counts = [1, 8, 121]
  private static let countsOfThree = [1, 16]
  /// The values of either ratio; that of the disk changes fastest.
  private static let ratios = (0..<11).map { 0.3 + 0.05 * Double($0) }

  static func measurements() throws -> [Measurement] {
    let subjects = try BenchmarkSample.galaxies().map { FitSubject($0) }
    var all: [Measurement] = []
    for law in ModelCatalogue.all {
      let hasThree = law.card.parameters.count > 2
      for count in hasThree ? countsOfThree : counts {
        let cells: [[Double]] = (0..<count).map { place in
          let (bulge, disk) = place.quotientAndRemainder(dividingBy: 11)
          return [ratios[bulge], ratios[disk]]
        }
        all.append(measurement(of: law, subjects, cells, by: .lanes))
        if law.addsSpeeds {
          all.append(measurement(of: law, subjects, cells, by: .lanes, with: .proof))
        }
        if !hasThree { all.append(measurement(of: law, subjects, cells, by: .starts)) }
      }
    }
    return all
  }

  /// Times the fits of one law, with all that is shared among the cells of a galaxy, and counts how
  /// often its curve is worked out for a point and a fit.
  private static func measurement(
    of law: any RotationLaw.Type, _ subjects: [FitSubject], _ cells: [[Double]],
    by search: SearchMethod, with extras: FitExtras = []
  ) -> Measurement {
    let space = FitSpace(law.card.parameters.map { FitRange($0.bounds) }, MassToLight())
    // One cell or eight have one ratio of the bulge; one of the disk, or eight.
    let disks = min(cells.count, ratios.count)
    let grid = [
      FixedQuantity(.galaxy(.upsilonBulge), values: Array(ratios.prefix(cells.count / disks))),
      FixedQuantity(.galaxy(.upsilonDisk), values: Array(ratios.prefix(disks))),
    ]
    let fitAll = { (law: any RotationLaw.Type) in
      var sum = 0.0
      for subject in subjects {
        let fits = law.fits(to: subject, in: space, fixing: grid, by: search, with: extras)
        for first in stride(from: 0, to: cells.count, by: 8) {
          let block = CellValues(count: min(8, cells.count - first), quantities: 2) {
            cells[first + $1][$0]
          }
          fits.fit(block) { if case .success(let fit) = $1 { sum += fit.chiSquared } }
        }
      }
      return sum
    }
    // How the search by starts is, is known; laws with three parameters count for minutes.
    let isCounted = search == .lanes && law.card.parameters.count < 3
    let counted = isCounted ? CountedLaw.law(law) : nil
    let isFast = search == .lanes && law.addsSpeeds
    let repeats = max(1, (isFast ? 100 : 1) / cells.count)
    let cellText = cells.count == 1 ? "1 cell" : "\(cells.count) cells"
    let proof = extras.contains(.proof) ? ", proven" : ""
    return Measurement(
      name: "fit/\(law.card.name), \(cellText), \(search.rawValue)\(proof)",
      count: repeats * subjects.count * cells.count,
      facts: { _ in
        counted.asList.map { law in
          let points = subjects.reduce(0) { $0 + $1.points.count } * cells.count
          let count = Evaluations.counted { _ = fitAll(law) }
          return .init(
            "evaluations", .number((Double(count) / Double(points) * 100).rounded() / 100))
        }
      },
      body: { (0..<repeats).reduce(0) { sum, _ in sum + fitAll(law) } })
  }
}
