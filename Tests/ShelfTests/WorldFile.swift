import TestKit
import Testing

/// Files as the world writes them, how a spec asks for them, and what is to come of it.
struct WorldFile: CustomTestStringConvertible, Sendable {
  /// What is in the files, in kpc and km/s, one curve that all galaxies have.
  struct Curve: Sendable {
    var radius = [0.5, 1.1, 1.9, 2.8]
    var speed = [21.3, 33.7, 44, 52.5]
    var error = [2.1, 1.4, 1.2, 1.9]
    var gas = [5.2, 9.9, 14.6, 17]
    var disk = [14.1, 19.5, 18.3, 15.2]
    var bulge = [0.0, 0, 0, 0]

    /// Radii times a factor.
    func stretched(_ factor: Double) -> Curve {
      var curve = self
      curve.radius = radius.map { $0 * factor }
      return curve
    }

    /// Without baryons.
    var bare: Curve {
      var curve = self
      curve.gas = [0, 0, 0, 0]
      curve.disk = curve.gas
      return curve
    }

    func error(_ value: Double) -> Curve {
      var curve = self
      curve.error = [value, value, value, value]
      return curve
    }
  }

  /// What comes of it.
  enum Outcome: Sendable {
    /// Galaxies of one curve.
    case read(_ galaxies: [String], Curve, distance: Double = .nan)
    case refused([String])
  }

  let testDescription: String
  let files: [(name: String, bytes: [UInt8])]
  /// The dataset as a spec has it.
  let dataset: String
  let outcome: Outcome
  /// What is told all the same: parts of sentences.
  let told: [String]

  init(
    _ what: String, _ files: [(String, String)], _ dataset: String, _ outcome: Outcome,
    told: [String] = []
  ) {
    testDescription = what
    self.files = files.map { ($0.0, Array($0.1.utf8)) }
    self.dataset = dataset
    self.outcome = outcome
    self.told = told
  }

  static let arcsec = Double.pi / 648_000
}

extension WorldFile {
  private static let rotmod = """
    # Distance = 5.10 Mpc
    # Rad\tVobs\terrV\tVgas\tVdisk\tVbul\tSBdisk\tSBbul
    # kpc\tkm/s\tkm/s\tkm/s\tkm/s\tkm/s\tL/pc^2\tL/pc^2
    0.50\t21.30\t2.10\t5.20\t14.10\t0.00\t31.20\t0.00
    1.10\t33.70\t1.40\t9.90\t19.50\t0.00\t12.80\t0.00
    1.90\t44.00\t1.20\t14.60\t18.30\t0.00\t4.40\t0.00
    2.80\t52.50\t1.90\t17.00\t15.20\t0.00\t0.90\t0.00

    """
  private static let rows = """
    AA1,0.5,21.3,2.1,5.2,14.1,0
    AA1,1.1,33.7,1.4,9.9,19.5,0
    AA1,1.9,44,1.2,14.6,18.3,0
    AA1,2.8,52.5,1.9,17,15.2,0

    """
  private static let header = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk,v_bulge\n"
  private static let points = header + rows
  private static let bare = "0.5 21.3 2.1\n1.1 33.7 1.4\n1.9 44 1.2\n2.8 52.5 1.9\n"

  private static func csv(
    _ what: String, _ text: String, _ outcome: Outcome, told: [String] = []
  ) -> WorldFile {
    WorldFile(
      what, [("points.csv", text)], #"{"path": "points.csv", "format": "csv"}"#, outcome,
      told: told)
  }

  private static func rotmod(
    _ what: String, _ text: String, _ outcome: Outcome, told: [String] = []
  ) -> WorldFile {
    WorldFile(
      what, [("AA1_rotmod.dat", text)], #"{"path": "AA1_rotmod.dat", "format": "rotmod"}"#,
      outcome, told: told)
  }

  private static let one = Outcome.read(["AA1"], Curve())
  private static let ours = Outcome.read(["AA1"], Curve(), distance: 5.1)

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

  private static func sparc(
    _ what: String, _ models: String, _ curve: Curve, told: [String] = []
  ) -> WorldFile {
    WorldFile(
      what, [("d/SPARC_Lelli2016c.mrt", sparc), ("d/MassModels_Lelli2016c.mrt", models)],
      #"{"path": "d", "format": "sparc"}"#, .read(["AA1"], curve, distance: 5.1), told: told)
  }

  private static let models = Fixtures.massModels(
    """
    AA1           5.10   0.50  21.30  2.10   5.20  14.10   0.00   31.20     0.00
    AA1           5.10   1.10  33.70  1.40   9.90  19.50   0.00   12.80     0.00
    AA1           5.10   1.90  44.00  1.20  14.60  18.30   0.00    4.40     0.00
    AA1           5.10   2.80  52.50  1.90  17.00  15.20   0.00    0.90     0.00
    """)

  private static let mixed = {
    let lines = rotmod.split(separator: "\n")
    return lines.prefix(3).joined(separator: "\n") + "\n"
      + lines.dropFirst(3).joined(separator: "\r\n") + "\r\n"
  }()

  private static func columns(_ count: Int) -> String {
    rotmod.split(separator: "\n").enumerated().map { index, line in
      index == 0 ? String(line) : line.split(separator: "\t").prefix(count).joined(separator: " ")
    }.joined(separator: "\n") + "\n"
  }

  private static let nine = """
    # Distance: 5.10 +- 0.3 Mpc, from the tip
    # Rad errV Vobs Vbul Vgas Vdisk SBdisk SBbul PA
    0.50 2.10 21.30 0.00 5.20 14.10 31.20 0.00 33
    1.10 1.40 33.70 0.00 9.90 19.50 12.80 0.00 33
    1.90 1.20 44.00 0.00 14.60 18.30 4.40 0.00 33
    2.80 1.90 52.50 0.00 17.00 15.20 0.90 0.00 33

    """
  private static let withoutHeader =
    rotmod.split(separator: "\n").dropFirst(3)
    .joined(separator: "\n") + "\n"

  /// Component speeds at twice the distance.
  private static let moved: Curve = {
    var curve = Curve().stretched(2)
    curve.gas = curve.gas.map { $0 * 2.0.squareRoot() }
    curve.disk = curve.disk.map { $0 * 2.0.squareRoot() }
    return curve
  }()

  private static let sparc = Fixtures.sample(
    "        AA1  9   5.10  0.30  2 60.0  3.0   0.100   0.010  1.00    10.00  0.50    50.00   0.100"
      + "  3.00   0.0   0.0   2           Xx00")
}

extension WorldFile {
  /// The layouts that format `table` reads.
  static let tables = [
    WorldFile(
      "layout 1: a long CSV",
      [
        (
          "piso.csv",
          "Rad_kpc,Vobs_km/s,errV_km/s,Vgas_km/s,Vdisk_km/s,Vbul_km/s,galaxy,reference\n"
            + """
            0.5,21.3,2.1,5.2,14.1,0,AA1,"Smith, J."
            1.1,33.7,1.4,9.9,19.5,0,AA1,"Smith, J."
            1.9,44,1.2,14.6,18.3,0,AA1,"Smith, J."
            2.8,52.5,1.9,17,15.2,0,AA1,"Smith, J."

            """
        )
      ],
      """
      {"path": "piso.csv", "format": "table", "columns": {"galaxy": "galaxy",
      "radius": {"from": "Rad_kpc", "unit": "kpc"}, "v_obs": {"from": "Vobs_km/s", "unit": "km/s"},
      "e_v_obs": "errV_km/s", "v_gas": "Vgas_km/s", "v_disk": "Vdisk_km/s",
      "v_bulge": "Vbul_km/s"}}
      """, one, told: ["points: 'reference' is passed over"]),
    WorldFile(
      "layout 2: one CSV a galaxy",
      ["AA1", "BB2"].map { ("sparc_curves/\($0).csv", oneFile) },
      """
      {"path": "sparc_curves", "format": "table", "columns": {"galaxy": {"file": "*.csv"},
      "radius": "R_kpc", "v_obs": "V_obs", "e_v_obs": "eV_obs", "v_gas": "V_gas",
      "v_disk": "V_disk", "v_bulge": "V_bul"}, "units": "kpc km/s"}
      """, .read(["AA1", "BB2"], Curve())),
    WorldFile(
      "layout 3: R V e on blanks",
      [("alldata/AA1.dat", "# of 1999\n0.0 0.0 1\n" + bare), ("alldata/BB2.dat", bare)],
      """
      {"path": "alldata", "format": "table", "columns": {"galaxy": {"file": "*.dat"}, "radius": 1,
      "v_obs": 2, "e_v_obs": {"value": 5}, "v_gas": {"value": 0}, "v_disk": {"value": 0}},
      "units": "kpc km/s", "drop": "radius == 0"}
      """, .read(["AA1", "BB2"], Curve().bare.error(5)),
      told: ["points: 1 row of 9 dropped by 'radius == 0'"]),
    WorldFile(
      "layout 4: rings of 3DBarolo", [("rings_final2.txt", rings)],
      """
      {"path": "rings_final2.txt", "format": "table", "columns": {"galaxy": {"text": "NGC 2403"},
      "radius": {"from": "RAD(arcs)", "unit": "arcsec"}, "v_obs": "VROT(km/s)",
      "e_v_obs": {"from": "(abs(E_VROT1) + abs(E_VROT2)) / 2"}, "v_gas": {"value": 0},
      "v_disk": {"value": 0}}, "distance": 3.16}
      """,
      .read(
        ["NGC 2403"],
        Curve(radius: [20, 44, 76, 112].map { $0 * arcsec * 3160 }).bare, distance: 3.16)),
    WorldFile(
      "layout 5: rotmod of another make, with the table of SPARC",
      [("Rotmass/AA1_rotmass.dat", columns(6)), ("Rotmass/SPARC_Lelli2016c.mrt", sparc)],
      #"""
      {"path": "Rotmass", "format": "rotmod", "files": "*_rotmass.dat",
      "catalogue": "SPARC_Lelli2016c.mrt"}
      """#, ours),
    WorldFile(
      "three-columns-on-blanks",
      [("AA1.txt", "#AA1 #Smith 2001\n# Rad\tVobs\terrV\n# kpc\tkm/s\tkm/s\n" + bare)],
      """
      {"path": "AA1.txt", "format": "table", "columns": {"galaxy": {"text": "AA1"},
      "radius": "Rad", "v_obs": "Vobs", "e_v_obs": "errV", "v_gas": {"value": 0},
      "v_disk": {"value": 0}}}
      """, .read(["AA1"], Curve().bare)),
    WorldFile(
      "two-columns-from-zero",
      [
        (
          "1234.dat",
          """
          #Name        :  AA 1234
          #Distance (Mpc)    :   5.1
          #    R(kpc)    V(km/s)
               0.00000     0.00000
               0.50000    21.30000
               1.10000    33.70000
               1.90000    44.00000
               2.80000    52.50000

          """
        )
      ],
      """
      {"path": "1234.dat", "format": "table", "columns": {"galaxy": {"file": "*.dat"},
      "radius": "R", "v_obs": "V(km/s)", "e_v_obs": {"value": 5}, "v_gas": {"value": 0},
      "v_disk": {"value": 0}}, "distance": 5.1}
      """, .read(["1234"], Curve().bare.error(5), distance: 5.1),
      told: ["points: 1 row at radius 0 left out"]),
    WorldFile(
      "asymmetric-errors",
      [
        (
          "points.csv",
          """
          galaxy,radius,v_obs,e_v_lo,e_v_up,v_gas,v_disk
          AA1,0.5,21.3,-2.1,2.1,5.2,14.1
          AA1,1.1,33.7,-1.4,1.4,9.9,19.5
          AA1,1.9,44,-1.2,1.2,14.6,18.3
          AA1,2.8,52.5,-1.9,1.9,17,15.2

          """
        )
      ],
      """
      {"path": "points.csv", "format": "table", "columns": {"e_v_obs": "(e_v_up - e_v_lo) / 2"}}
      """, one),
    WorldFile(
      "an excel table with a decimal comma",
      [
        (
          "t.csv",
          "\u{feff}Name;R [pc];Vrot;;\r\nAA1;500,0;21,3;;\r\nAA1;1100,0;33,7;;\r\nAA1;1900,0;44;;\r\n"
            + "AA1;2800,0;52,5;;\r\n"
        )
      ],
      """
      {"path": "t.csv", "format": "table", "decimal": ",", "columns": {"galaxy": "Name",
      "radius": "R", "v_obs": {"from": "Vrot", "unit": "km/s"}, "e_v_obs": {"value": 5},
      "v_gas": {"value": 0}, "v_disk": {"value": 0}}}
      """, .read(["AA1"], Curve().bare.error(5)),
      told: ["points: units are converted: radius from 'pc'"]),
    WorldFile(
      "files one folder down",
      [("sample/a/AA1.dat", bare), ("sample/b/BB2.dat", bare), ("sample/README", "x")],
      """
      {"path": "sample", "format": "table", "files": "*/*.dat", "columns":
      {"galaxy": {"file": "*.dat"}, "radius": 1, "v_obs": 2, "e_v_obs": 3, "v_gas": {"value": 0},
      "v_disk": {"value": 0}}}
      """, .read(["AA1", "BB2"], Curve().bare)),
  ]

  private static let oneFile =
    "R_kpc,V_obs,eV_obs,V_gas,V_disk,V_bul,V_bar\n"
    + rows.replacing("AA1,", with: "").replacing("\n", with: ",20\n")

  private static let rings = """
    #RAD(Kpc) RAD(arcs)  VROT(km/s) DISP(km/s) INC(deg)  Z0(pc)    E_VROT1   E_VROT2
    0.500     20.00      21.300     8.000      61.00     0.0       -2.10     2.10      
    1.100     44.00      33.700     8.000      61.00     0.0       -1.40     1.40      
    1.900     76.00      44.000     8.000      61.00     0.0       -1.20     1.20      
    2.800     112.00     52.500     8.000      61.00     0.0       -1.90     1.90      

    """
}
