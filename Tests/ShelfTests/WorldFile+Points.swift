extension WorldFile {
  static let rotmod = """
    # Distance = 5.10 Mpc
    # Rad\tVobs\terrV\tVgas\tVdisk\tVbul\tSBdisk\tSBbul
    # kpc\tkm/s\tkm/s\tkm/s\tkm/s\tkm/s\tL/pc^2\tL/pc^2
    0.50\t21.30\t2.10\t5.20\t14.10\t0.00\t31.20\t0.00
    1.10\t33.70\t1.40\t9.90\t19.50\t0.00\t12.80\t0.00
    1.90\t44.00\t1.20\t14.60\t18.30\t0.00\t4.40\t0.00
    2.80\t52.50\t1.90\t17.00\t15.20\t0.00\t0.90\t0.00

    """
  static let rows = """
    AA1,0.5,21.3,2.1,5.2,14.1,0
    AA1,1.1,33.7,1.4,9.9,19.5,0
    AA1,1.9,44,1.2,14.6,18.3,0
    AA1,2.8,52.5,1.9,17,15.2,0

    """
  static let header = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk,v_bulge\n"
  static let points = header + rows
  static let bare = "0.5 21.3 2.1\n1.1 33.7 1.4\n1.9 44 1.2\n2.8 52.5 1.9\n"

  static func csv(
    _ what: String, _ text: String, _ outcome: Outcome, told: [String] = []
  ) -> WorldFile {
    WorldFile(
      what, [("points.csv", text)], #"{"path": "points.csv", "format": "csv"}"#, outcome,
      told: told)
  }

  static func rotmod(
    _ what: String, _ text: String, _ outcome: Outcome, told: [String] = []
  ) -> WorldFile {
    WorldFile(
      what, [("AA1_rotmod.dat", text)], #"{"path": "AA1_rotmod.dat", "format": "rotmod"}"#,
      outcome, told: told)
  }

  static let one = Outcome.read(["AA1"], Curve())
  static let ours = Outcome.read(["AA1"], Curve(), distance: 5.1)

  /// The cases of the sentences "what the program did, what it should do".
  static let csvs = [
    csv("byte-order-mark", "\u{feff}" + points.replacing("\n", with: "\r\n"), one),
    csv(
      "extra-columns",
      "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk,v_bulge,reference,v_bary\n"
        + rows.replacing("\n", with: ",\"Smith, J.\",19.5\n"), one,
      told: ["points: 2 columns are passed over, first 'reference'"]),
    csv(
      "extra-columns, nearly one of ours",
      points.replacing("v_bulge", with: "v_buldge"),
      .refused(["unknown column 'v_buldge'"])),
    csv(
      "escape-in-message",
      "galaxy,radius,v_obs,e_v_obs,v_gas,\u{1b}[31mred\u{1b}[0m\nA,1,1,1,1,1\n",
      .refused(["missing column 'v_disk'"])),
    csv(
      "names-of-columns",
      "Rad_kpc,Vobs_km/s,errV_km/s,Vgas_km/s,Vdisk_km/s,Vbul_km/s,galaxy\n0.5,21.3,2.1,5,14,0,A\n",
      .refused([
        "column 'Rad_kpc' where 'radius' is missing", "column 'Vobs_km/s' where 'v_obs' is missing",
        "column 'errV_km/s' where 'e_v_obs' is missing",
        "column 'Vgas_km/s' where 'v_gas' is missing",
        "column 'Vdisk_km/s' where 'v_disk' is missing",
      ])),
    csv(
      "negative-speed", points.replacing("0.5,21.3", with: "0.5,-3"),
      .refused(["'v_obs' must be zero or positive, not '-3'"])),
    csv(
      "no-baryons", "galaxy,radius,v_obs,e_v_obs\nAA1,0.5,21.3,2.1\n",
      .refused(["missing column 'v_gas'", "missing column 'v_disk'"])),
    csv(
      "no-errors", "galaxy,radius,v_obs,v_gas,v_disk\nAA1,0.5,21.3,5.2,14.1\n",
      .refused(["missing column 'e_v_obs'"])),
    csv(
      "silent-all-errors-zero",
      header + "AA1,0.5,21.3,0,5.2,14.1,0\nAA1,1.1,33.7,0,9.9,19.5,0\n",
      .refused(["no point of galaxy 'AA1' has a positive error"])),
    csv(
      "unit-row", header + ",kpc,km/s,km/s,km/s,km/s,km/s\n" + rows, one),
    csv(
      "unit-row of other units", header + ",pc,km/s,km/s,km/s,km/s,km/s\n" + rows,
      .read(["AA1"], Curve().stretched(1e-3)),
      told: ["points: units are converted: radius from 'pc'"]),
    csv(
      "semicolons", points.replacing(",", with: ";"), one),
    csv(
      "rows in any order, and twice",
      header
        + rows.split(separator: "\n").reversed()
        .joined(separator: "\n") + "\n", one,
      told: ["points: the points of 1 galaxy are sorted by radius"]),
    csv(
      "silent-ecsv-unit",
      """
      # %ECSV 1.0
      # ---
      # datatype:
      # - {name: galaxy, datatype: string}
      # - {name: radius, unit: arcsec, datatype: float64}
      # schema: astropy-2.0
      galaxy radius v_obs e_v_obs v_gas v_disk
      AA1 20 21.3 2.1 5.2 14.1
      """, .refused(["radii in 'arcsec' need the distance of 'AA1'"])),
    csv(
      "other-formats: JSON", "[\n  {\"ID\": \"AA1\", \"R\": 0.5}\n]\n", .refused(["this is JSON"])),
    csv(
      "other-formats: VOTable", "<?xml version=\"1.0\"?>\n<VOTABLE version=\"1.4\"></VOTABLE>\n",
      .refused(["this is a VOTable"])),
    csv(
      "other-formats: HTML", "<!DOCTYPE html>\n<html></html>\n",
      .refused(["this is a page of HTML"])),
    WorldFile(
      "silent-implausible-units",
      [
        (
          "d/points.csv",
          "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n"
            + "A,500,21300,2100,5200,14100\nA,1100,33700,1400,9900,19500\n"
            + "A,1900,44000,1200,14600,18300\nA,2800,52500,1900,17000,15200\n"
        ),
        ("d/catalogue.csv", "galaxy,distance,luminosity,inclination\nA,5100000,1.2e10,1.047\n"),
      ], #"{"path": "d", "format": "csv"}"#,
      .read(
        ["A"],
        Curve(
          radius: [500, 1100, 1900, 2800], speed: [21300, 33700, 44000, 52500],
          error: [2100, 1400, 1200, 1900], gas: [5200, 9900, 14600, 17000],
          disk: [14100, 19500, 18300, 15200]), distance: 5_100_000),
      told: [
        "'radius' reaches 2,800 in galaxy 'A', and is read in kpc",
        "'v_obs' reaches 52,500 in galaxy 'A', and is read in km / s",
        "'e_v_obs' reaches 2,100", "'v_gas' reaches 17,000", "'v_disk' reaches 19,500",
        "'distance' reaches 5,100,000 in galaxy 'A', and is read in Mpc",
        "'luminosity' reaches 12,000,000,000 in galaxy 'A', and is read in 1e9 solLum",
        "'inclination' is at most 1.047 in all galaxies, and is read in deg",
      ]),
  ]
}
