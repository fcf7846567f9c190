/// What the profiles of a fit tell.
package struct FitProfile: Sendable {
  /// The interval of each free quantity, by lane.
  package internal(set) var intervals: [ProfileInterval]
  /// The correlations of the quantities of an interior fit; shape `[lanes][lanes]`, empty for any
  /// other.
  package internal(set) var correlations: [[Double]] = []
  /// How often a lower objective was met on the way, which replaced the fit.
  package internal(set) var improvements = 0
  /// The quantities of the lanes.
  package let lanes: FreeLanes

  init(_ intervals: [ProfileInterval], of lanes: FreeLanes) {
    self.intervals = intervals
    self.lanes = lanes
  }

  /// The interval of a quantity; `nil` for one that was not free.
  package func interval(of quantity: Quantity) -> ProfileInterval? {
    lanes.lane(of: quantity).map { intervals[$0] }
  }

  /// The correlation of two quantities; NaN where the fit is not interior or one was not free.
  package func correlation(of one: Quantity, _ other: Quantity) -> Double {
    guard let row = lanes.lane(of: one), let column = lanes.lane(of: other),
      !correlations.isEmpty
    else { return .nan }
    return correlations[row][column]
  }
}
