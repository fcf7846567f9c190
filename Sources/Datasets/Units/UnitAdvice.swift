/// What units a column may be given in, for messages.
enum UnitAdvice {
  /// The advice for a column of a unit of the program.
  static func text(for unit: String, isLength: Bool) -> String {
    let others: [String: String] = [
      "kpc": isLength ? "kpc, pc, arcsec, arcmin or deg" : "kpc or pc",
      "Mpc": "Mpc, kpc or pc", "km / s": "km/s or m/s", "deg": "deg or rad",
      "solLum / pc2": "solLum/pc2 or solLum/kpc2", "solMass / pc2": "solMass/pc2 or solMass/kpc2",
      "1e9 solLum": "1e9 solLum, solLum or dex(solLum)",
      "1e9 solMass": "1e9 solMass, solMass or dex(solMass)",
    ]
    return unit.isEmpty ? "it has no unit" : "it is read in \(others[unit] ?? unit)"
  }
}
