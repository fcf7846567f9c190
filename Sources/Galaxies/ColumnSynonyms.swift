import Support

/// What others call the columns of points and catalogues, for advice alone.
package enum ColumnSynonyms {
  /// The column that a label of another make seems to mean; `nil` if there is none.
  package static func meaning(of label: String) -> String? {
    var parts = label.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    while parts.count > 1, let last = parts.last, units.contains(last) { parts.removeLast() }
    let word = parts.joined()
    return synonyms.first { $0.others.contains(word) }?.name
  }

  /// What to do about an unknown name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - names: Those that there are.
  /// - Returns: The advice: the column that others call so, or the most similar one.
  package static func advice(for name: String, among names: [String]) -> String {
    if let meant = meaning(of: name), names.contains(meant) { return "did you mean '\(meant)'?" }
    return names.advice(for: name)
  }

  /// What may stand behind a name.
  private static let units: Set<String> = [
    "kpc", "pc", "mpc", "km", "s", "m", "1", "arcsec", "arcs", "as", "deg", "lsun", "msun", "l",
  ]

  /// What to do about a column that is missing.
  package static func advice(forMissing name: String) -> String {
    switch name {
    case "galaxy":
      #"or format "table" names it: "columns": {"galaxy": "LABEL"}, {"text": "NGC 2403"} …"#
    case "e_v_obs":
      "give errors, or declare one for all with format \"table\": "
        + #""columns": {"e_v_obs": {"value": 5}}"#
    case "v_gas", "v_disk":
      "a component that the galaxies do not have is a column of zeros, or with format \"table\" "
        + #""columns": {"\#(name)": {"value": 0}}"#
    default: #"format "table" maps other names: "columns": {"\#(name)": "LABEL"}"#
    }
  }

  private static let synonyms: [(name: String, others: Set<String>)] = [
    ("galaxy", ["id", "name", "galaxyname", "gal", "object", "galname"]),
    ("radius", ["rad", "r", "rkpc", "radkpc", "radii"]),
    ("v_obs", ["vobs", "vrot", "vc", "vcirc", "v"]),
    ("e_v_obs", ["errv", "evobs", "verr", "everr", "evrot", "dv", "vobserr", "errvobs"]),
    ("v_gas", ["vgas"]),
    ("v_disk", ["vdisk", "vdisc", "vstar", "vstars"]),
    ("v_bulge", ["vbul", "vbulge"]),
    ("sb_disk", ["sbdisk", "sbdisc"]),
    ("sb_bulge", ["sbbul", "sbbulge"]),
    ("hubble_type", ["t", "type"]),
    ("distance", ["d", "dist", "dmpc"]),
    ("e_distance", ["ed", "edist"]),
    ("distance_method", ["fd"]),
    ("inclination", ["inc", "incl", "i"]),
    ("e_inclination", ["einc", "eincl"]),
    ("luminosity", ["l36", "lum", "l"]),
    ("e_luminosity", ["el36", "elum"]),
    ("r_eff", ["reff", "re"]),
    ("sb_eff", ["sbeff", "mueff"]),
    ("r_disk", ["rdisk", "rd", "hr"]),
    ("sb_disk_central", ["sbdisk0"]),
    ("m_hi", ["mhi"]),
    ("r_hi", ["rhi"]),
    ("v_flat", ["vflat", "vf"]),
    ("e_v_flat", ["evflat", "evf"]),
    ("quality", ["q", "flag"]),
  ]
}
