import Galaxies
import Tables

/// Where the mass-to-light ratios and the scale stand among the axes of a grid.
struct RatioAxes {
  private let disk: Int?
  private let bulge: Int?
  private let gas: Int?
  private let scale: Int?
  /// The scale where no axis replaces it, m/s².
  private let usualScale: Double

  init(_ axes: [Axis], scale usualScale: Double) {
    func place(_ name: String) -> Int? { axes.firstIndex { $0.name == name } }
    (disk, bulge) = (place("upsilon_disk"), place("upsilon_bulge"))
    gas = place("upsilon_gas")
    scale = place(OffsetSettings.scaleName)
    self.usualScale = usualScale
  }

  /// The mass-to-light ratios of a cell: none is free where there are offsets.
  func ratios(_ values: [Double]) -> MassToLight {
    var ratios = MassToLight()
    if let disk { ratios.disk = values[disk] }
    if let bulge { ratios.bulge = values[bulge] }
    if let gas { ratios.gas = values[gas] }
    return ratios
  }

  /// The scale g† of a cell: that of the axis if there is one, otherwise that of the settings.
  func scale(_ values: [Double]) -> Double { scale.map { values[$0] } ?? usualScale }

  /// Up to eight cells side by side.
  ///
  /// - Parameter cells: The values of their axes, at least one cell; shape `[cells][axes]`.
  /// - Returns: Their ratios and scales.
  func lanes(_ cells: ArraySlice<[Double]>) -> LaneRatios {
    let first = cells.startIndex
    return LaneRatios(
      cells.count, { ratios(cells[first + $0]) }, scale: { scale(cells[first + $0]) })
  }
}
