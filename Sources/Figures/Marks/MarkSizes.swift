/// How large marks are in a panel, in points.
struct MarkSizes {
  let main: Double
  let component: Double
  let tolerance: Double
  private let radius: Double
  private let isSmall: Bool

  init(_ density: Block.Density, height: Double, isTable: Bool) {
    isSmall = density != .full
    main = isSmall ? 1.2 : 1.4
    component = isSmall ? 0.85 : 0.95
    tolerance = isSmall ? 0.1 : 0.06
    radius = isSmall || height < 30 ? 1.15 : isTable ? 1.9 : 1.55
  }

  /// The radius of usual symbols where there are so many.
  func radius(of count: Int) -> Double {
    if count > 1000 { return 0.7 }
    if count > 200 { return Swift.min(radius, 0.95) }
    if count > 30, isSmall { return 0.85 }
    return count > 60 ? Swift.min(radius, 1.2) : radius
  }

  /// The width of a line; orange and sky are too light for thin ones.
  func width(_ weight: LineMark.Weight, _ tone: Tone) -> Double {
    let width = weight == .component ? component : weight == .main ? main : 1.3
    return tone == .k5 || tone == .k6 ? Swift.max(width, 1.3) : width
  }
}
