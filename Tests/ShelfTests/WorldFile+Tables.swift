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

  static let oneFile =
    "R_kpc,V_obs,eV_obs,V_gas,V_disk,V_bul,V_bar\n"
    + rows.replacing("AA1,", with: "").replacing("\n", with: ",20\n")

  static let rings = """
    #RAD(Kpc) RAD(arcs)  VROT(km/s) DISP(km/s) INC(deg)  Z0(pc)    E_VROT1   E_VROT2
    0.500     20.00      21.300     8.000      61.00     0.0       -2.10     2.10      
    1.100     44.00      33.700     8.000      61.00     0.0       -1.40     1.40      
    1.900     76.00      44.000     8.000      61.00     0.0       -1.20     1.20      
    2.800     112.00     52.500     8.000      61.00     0.0       -1.90     1.90      

    """
}
