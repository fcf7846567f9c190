import TestKit

extension WorldFile {
  /// The cases of format `rotmod`, and of `sparc`.
  static let rotmods = [
    rotmod("mixed-line-ends", mixed, ours),
    rotmod("rotmod-five-columns", columns(5), ours),
    rotmod(
      "rotmod-without-bulge",
      """
      # Distance = 5.10 Mpc
      # Rad Vobs errV Vgas Vdisk SBdisk
      0.50 21.30 2.10 5.20 14.10 31.20
      1.10 33.70 1.40 9.90 19.50 12.80
      1.90 44.00 1.20 14.60 18.30 4.40
      2.80 52.50 1.90 17.00 15.20 0.90

      """, ours),
    rotmod("rotmod of nine columns, in another order", nine, ours),
    rotmod("rotmod without a header", withoutHeader, one),
    rotmod(
      "radius-zero", rotmod.replacing("0.50\t21", with: "0\t0\t2\t0\t0\t0\t90\t0\n0.50\t21"), ours,
      told: ["curves: 1 row at radius 0 left out"]),
    rotmod(
      "silent-rotmod-unit", rotmod.replacing("# kpc", with: "# arcsec"),
      .read(["AA1"], Curve().stretched(5100 * arcsec), distance: 5.1),
      told: ["curves: units are converted: radius from 'arcsec'"]),
    rotmod(
      "lfs-pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 622\n",
      .refused(["this is a pointer of Git LFS, not the file itself"])),
    rotmod(
      "three-columns-on-blanks as rotmod", "#AA1 #Smith 2001\n# Rad\tVobs\terrV\n" + bare,
      .refused(["missing column 'Vgas'", "missing column 'Vdisk'"])),
    WorldFile(
      "catalogue-with-further-columns",
      [
        ("d/AA1_rotmod.dat", rotmod),
        ("d/catalogue.csv", "galaxy,distance,RA,reference\nAA1,5.1,12.3,\"Smith, J.\"\n"),
      ], #"{"path": "d", "format": "rotmod"}"#, ours),
    WorldFile(
      "silent-catalogue-other-name",
      [
        ("d/AA1_rotmod.dat", rotmod),
        ("d/catalog.csv", "galaxy,distance,inclination\nAA1,5.1,60\n"),
      ], #"{"path": "d", "format": "rotmod"}"#, ours, told: ["'catalog.csv' in 'd' is passed over"]),
    WorldFile(
      "silent-distance-of-catalogue",
      [("b/AA1_rotmod.dat", rotmod), ("b/catalogue.csv", "galaxy,distance\nAA1,10.2\n")],
      #"{"path": "b", "format": "rotmod"}"#,
      .read(["AA1"], moved, distance: 10.2),
      told: ["the curves are taken to that of the catalogue"]),
    WorldFile(
      "rotmod-and-sparc-table",
      [("d/AA1_rotmod.dat", rotmod), ("d/SPARC_Lelli2016c.mrt", sparc)],
      #"{"path": "d", "format": "rotmod"}"#, ours),
    WorldFile(
      "silent-files-passed-over",
      [
        ("d/AA1_rotmod.dat", rotmod), ("d/BB2_rotmod.DAT", rotmod),
        ("d/CC3_rotmod.dat.txt", rotmod), ("d/DD4_rotmod (1).dat", rotmod),
        ("d/EE5_Rotmod.dat", rotmod), ("d/more/FF6_rotmod.dat", rotmod),
      ], #"{"path": "d", "format": "rotmod"}"#, ours,
      told: [
        "'BB2_rotmod.DAT' in 'd' is passed over", "'CC3_rotmod.dat.txt' in 'd' is passed over",
        "'DD4_rotmod (1).dat' in 'd' is passed over", "'EE5_Rotmod.dat' in 'd' is passed over",
        "the folder 'more' in 'd' is passed over, which holds 1 such file",
      ]),
    WorldFile(
      "message-flood",
      (1...20).map { ("d/G\($0)_rotmod.dat", "# Rad Vobs errV Vgas\n1 50 2 10\n2 50 2 10\n") },
      #"{"path": "d", "format": "rotmod"}"#,
      .refused(["missing column 'Vdisk' (and so in 19 more files)"])),
  ]

  static let mrts = [
    sparc("the tables of SPARC", models, Curve()),
    // An editor strips the last line end and blanks.
    sparc("last-line-without-end", String(models.dropLast(1)), Curve()),
    sparc(
      "silent-mrt-unit",
      models.replacing("kpc          R ", with: "arcsec       R ")
        .replacing("km/s         Vobs", with: "m/s          Vobs")
        .replacing("km/s       e_Vobs", with: "m/s        e_Vobs"),
      Curve(
        radius: Curve().radius.map { $0 * 5100 * arcsec },
        speed: Curve().speed.map { $0 / 1000 }, error: Curve().error.map { $0 / 1000 }),
      told: [
        "curves: units are converted: radius from 'arcsec', v_obs from 'm/s', e_v_obs from 'm/s'"
      ]),
  ]

  static func sparc(
    _ what: String, _ models: String, _ curve: Curve, told: [String] = []
  ) -> WorldFile {
    WorldFile(
      what, [("d/SPARC_Lelli2016c.mrt", sparc), ("d/MassModels_Lelli2016c.mrt", models)],
      #"{"path": "d", "format": "sparc"}"#, .read(["AA1"], curve, distance: 5.1), told: told)
  }

  static let models = Fixtures.massModels(
    """
    AA1           5.10   0.50  21.30  2.10   5.20  14.10   0.00   31.20     0.00
    AA1           5.10   1.10  33.70  1.40   9.90  19.50   0.00   12.80     0.00
    AA1           5.10   1.90  44.00  1.20  14.60  18.30   0.00    4.40     0.00
    AA1           5.10   2.80  52.50  1.90  17.00  15.20   0.00    0.90     0.00
    """)

  static let mixed = {
    let lines = rotmod.split(separator: "\n")
    return lines.prefix(3).joined(separator: "\n") + "\n"
      + lines.dropFirst(3).joined(separator: "\r\n") + "\r\n"
  }()

  static func columns(_ count: Int) -> String {
    rotmod.split(separator: "\n").enumerated().map { index, line in
      index == 0 ? String(line) : line.split(separator: "\t").prefix(count).joined(separator: " ")
    }.joined(separator: "\n") + "\n"
  }

  static let nine = """
    # Distance: 5.10 +- 0.3 Mpc, from the tip
    # Rad errV Vobs Vbul Vgas Vdisk SBdisk SBbul PA
    0.50 2.10 21.30 0.00 5.20 14.10 31.20 0.00 33
    1.10 1.40 33.70 0.00 9.90 19.50 12.80 0.00 33
    1.90 1.20 44.00 0.00 14.60 18.30 4.40 0.00 33
    2.80 1.90 52.50 0.00 17.00 15.20 0.90 0.00 33

    """
  static let withoutHeader =
    rotmod.split(separator: "\n").dropFirst(3)
    .joined(separator: "\n") + "\n"

  /// Component speeds at twice the distance.
  static let moved: Curve = {
    var curve = Curve().stretched(2)
    curve.gas = curve.gas.map { $0 * 2.0.squareRoot() }
    curve.disk = curve.disk.map { $0 * 2.0.squareRoot() }
    return curve
  }()

  static let sparc = Fixtures.sample(
    "        AA1  9   5.10  0.30  2 60.0  3.0   0.100   0.010  1.00    10.00  0.50    50.00   0.100"
      + "  3.00   0.0   0.0   2           Xx00")
}
