import Support

/// What tables of the world call the columns of the program: the labels of SPARC, and usual ones.
enum OtherNames {
  /// What to do about an unknown name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - names: Those that there are.
  /// - Returns: The advice.
  static func advice(for name: String, among names: [String]) -> String {
    let meant = columns[name.lowercased(), default: []].first(where: names.contains)
    return meant.map { "did you mean '\($0)'?" } ?? names.advice(for: name)
  }

  /// The columns that a name in small letters may mean, the likeliest first.
  private static let columns: [String: [String]] = [
    "inc": ["inclination"], "incl": ["inclination"], "i": ["inclination"],
    "e_inc": ["e_inclination"], "d": ["distance"], "dist": ["distance"], "e_d": ["e_distance"],
    "f_d": ["distance_method"], "t": ["hubble_type"], "type": ["hubble_type"],
    "q": ["quality"], "l": ["luminosity"], "l36": ["luminosity"], "lum": ["luminosity"],
    "e_l": ["e_luminosity"], "reff": ["r_eff"], "sbeff": ["sb_eff"], "mu_eff": ["sb_eff"],
    "rdisk": ["r_disk"], "h": ["r_disk"], "mu_0": ["sb_disk_central"], "mu0": ["sb_disk_central"],
    "sbdisk": ["sb_disk", "sb_disk_central"], "sbbul": ["sb_bulge"], "mhi": ["m_hi"],
    "rhi": ["r_hi"], "vflat": ["v_flat"], "e_vflat": ["e_v_flat"], "r": ["radius"],
    "rad": ["radius"], "vobs": ["v_obs"], "errv": ["e_v_obs"], "e_vobs": ["e_v_obs"],
    "vgas": ["v_gas"], "vdisk": ["v_disk"], "vbul": ["v_bulge"], "vbulge": ["v_bulge"],
    "name": ["galaxy"], "id": ["galaxy"],
  ]
}
