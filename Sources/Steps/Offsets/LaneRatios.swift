import Galaxies
import Numerics

/// The mass-to-light ratios of eight cells, and their scale g†, m/s².
struct LaneRatios {
  let gas: Lanes
  let disk: Lanes
  let bulge: Lanes
  let scale: Lanes
  /// The scale, where all cells have the same.
  let commonScale: Double?

  /// Puts up to eight cells side by side; lanes beyond the last one repeat it.
  ///
  /// - Parameters:
  ///   - cells: How many cells there are, at least one.
  ///   - ratios: The ratios of a cell.
  ///   - scale: The scale of a cell.
  init(_ cells: Int, _ ratios: (Int) -> MassToLight, scale: (Int) -> Double) {
    var (gas, disk, bulge, scales) = (Lanes(0), Lanes(0), Lanes(0), Lanes(0))
    for lane in 0..<Lanes.count {
      let cell = min(lane, cells - 1)
      let ratio = ratios(cell)
      (gas[lane], disk[lane], bulge[lane]) = (ratio.gas, ratio.disk, ratio.bulge)
      scales[lane] = scale(cell)
    }
    (self.gas, self.disk, self.bulge, self.scale) = (gas, disk, bulge, scales)
    commonScale = scales == Lanes(scales[0]) ? scales[0] : nil
  }

  /// The same ratios in every lane.
  init(_ ratios: MassToLight, scale: Double) {
    self.init(1, { _ in ratios }, scale: { _ in scale })
  }
}
