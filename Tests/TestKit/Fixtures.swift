/// Small files in the formats of SPARC.
package enum Fixtures {
  package static let rule = String(repeating: "-", count: 80)

  /// A machine-readable table of column lines and rows.
  package static func mrt(columns: String, rows: String) -> String {
    """
    Title: a table
    ================================================================================
    Byte-by-byte Description of file: table.txt
    \(rule)
       Bytes Format Units        Label   Explanations
    \(rule)
    \(columns)
    \(rule)
    Note (1): a note.
    \(rule)
    \(rows)

    """
  }

  /// A mass model table; each row is `galaxy D R Vobs e_Vobs Vgas Vdisk Vbul SBdisk SBbul`.
  package static func massModels(_ rows: String) -> String {
    mrt(
      columns: """
           1- 11 A11    ---          ID      Galaxy identifier
          13- 18 F6.2   Mpc          D       Assumed distance
          20- 25 F6.2   kpc          R       Galactocentric radius
          27- 32 F6.2   km/s         Vobs    Observed circular velocity
          34- 38 F5.2   km/s       e_Vobs    Uncertainty in Vobs (1)
          40- 45 F6.2   km/s         Vgas    Gas velocity contribution (2)
          47- 52 F6.2   km/s         Vdisk   Disk velocity contribution (3)
          54- 59 F6.2   km/s         Vbul    Bulge velocity contribution (3)
          61- 67 F7.2   solLum/pc2   SBdisk  Disk surface brightness
          69- 76 F8.2   solLum/pc2   SBbul   Bulge surface brightness
        """, rows: rows)
  }

  package static let goodCurves = massModels(
    """
    A             3.36   0.16   1.99  1.50   1.86   3.75   0.00   30.32     0.00
    A             3.36   0.41   4.84  1.50   4.24   9.47   0.00   23.77     0.00
    B             9.00   0.41   4.84  1.50  -4.24   9.47   1.00    0.00     0.00
    """)

  /// A sample table with the byte columns of SPARC, which are wrong.
  package static func sample(_ rows: String) -> String {
    mrt(
      columns: """
           1- 11 A11    ---           Galaxy  Galaxy Name
          12- 13 I2     ---           T       Hubble Type (1)
          14- 19 F6.2   Mpc           D       Distance
          20- 24 F5.2   Mpc         e_D       Mean error on D
          25- 26 I2     ---         f_D       Distance Method (2)
          27- 30 F4.1   deg           Inc     Inclination
          31- 34 F4.1   deg         e_Inc     Mean error on Inc
          35- 41 F7.3   10+9solLum    L[3.6]  Total Luminosity at [3.6]
          42- 48 F7.3   10+9solLum  e_L[3.6]  Mean error on L[3.6]
          49- 53 F5.2   kpc           Reff    Effective Radius at [3.6]
          54- 61 F8.2   solLum/pc2    SBeff   Effective Surface Brightness at [3.6]
          62- 66 F5.2   kpc           Rdisk   Disk Scale Length at [3.6]
          67- 74 F8.2   solLum/pc2    SBdisk  Disk Central Surface Brightness at [3.6]
          75- 81 F7.3   10+9solMass   MHI     Total HI mass
          82- 86 F5.2   kpc           RHI     HI radius at 1 Msun/pc2
          87- 91 F5.1   km/s          Vflat   Asymptotically Flat Rotation Velocity
          92- 96 F5.1   km/s        e_Vflat   Mean error on Vflat
          97- 99 I3     ---           Q       Quality Flag (3)
         100-113 A14    ---           Ref.    References for HI and Ha data (4)
        """, rows: rows)
  }

  package static let rowA =
    "          A 10   3.36  0.26  2 65.0  5.0   0.075   0.003  1.21     7.89  0.47    66.20   0.012"
    + "  1.21   0.0   0.0   2           Bm03"
  package static let rowB =
    "          B  9   8.79  0.28  2 63.0  7.0   0.033   0.004  0.72    10.11  0.61    21.13   0.029"
    + "  0.00  57.7   2.7   1      Tr09,dB01"
  package static let goodSample = sample("\(rowA)\n\(rowB)")

  /// A rotation curve file of rows of eight columns.
  package static func rotmod(_ rows: String, distance: String = "# Distance = 4.04 Mpc") -> String {
    """
    \(distance)
    # Rad\tVobs\terrV\tVgas\tVdisk\tVbul\tSBdisk\tSBbul\t\t
    # kpc\tkm/s\tkm/s\tkm/s\tkm/s\tkm/s\tL/pc^2\tL/pc^2
    \(rows)

    """
  }

  /// Points as comma-separated values.
  package static func points(_ rows: String) -> String {
    "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\n\(rows)\n"
  }

  /// Points with surface densities of hydrogen and stars.
  package static func densities(_ rows: String) -> String {
    "galaxy,radius,v_obs,e_v_obs,sigma_hi,sigma_star\n\(rows)\n"
  }
}
