import Galaxies
import Models
package import Steps
import Support
package import Tables

extension FitComputation: CurveSource {
  package func curves(of fits: Table, between count: Int) -> FitCurves {
    let known = Dictionary(
      zip(positions, subjects).map { (names[$0], $1) }, uniquingKeysWith: { first, _ in first })
    let between = count > 0 ? known.mapValues { $0.pointsBetween(count) } : [:]
    guard let fitted = FittedCurves(fits) else { return FitCurves { _ in nil } }
    return FitCurves { row in
      let name = fitted.galaxy(row)
      guard let subject = known[name], let curve = fitted.curve(row, subject) else { return nil }
      return (curve.measured, between[name].asList.flatMap { curve.points(at: $0) })
    }
  }
}
