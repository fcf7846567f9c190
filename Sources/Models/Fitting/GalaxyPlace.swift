/// What the quantities of a galaxy make of its catalogue values.
struct GalaxyPlace {
  /// Mass-to-light ratios, and the factor on the gas.
  let disk: Double
  let bulge: Double
  let gas: Double
  /// D / D₀: the factor on every length and on V²_bary.
  let length: Double
  /// sin i / sin i₀: the factor from a circular speed to the one observed for i₀.
  let projection: Double
}
