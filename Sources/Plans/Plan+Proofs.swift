import Galaxies
import Specs

extension Plan {
  /// The fits of the plan with a proof of each, whether its spec asks for them or not; nil for a
  /// plan without fits.
  package var proving: FitComputation? {
    guard !spec.models.isEmpty else { return nil }
    return FitComputation(
      spec.certified, sample, names: dataset.galaxies.map(\.name), spaces: spaces)
  }
}
