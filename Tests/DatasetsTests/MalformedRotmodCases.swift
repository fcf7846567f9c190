import TestKit

extension FormatCase {
  private static let row = "0.49\t13.80\t1.60\t3.74\t12.31\t0.00\t15.93\t0.00"

  /// Files of one rotation curve each.
  static let rotmod = [
    FormatCase(
      "a negative distance", rotmod: Fixtures.rotmod(row, distance: "⟨# Distance = -4 Mpc⟩"),
      messages: "the distance must be a positive number of Mpc"),
    FormatCase(
      "a header without a column that has to be there",
      rotmod: "# Distance = 4 Mpc\n⟨# Rad Vobs Vgas Vdisk Vbul⟩\n1 2 3 4 5\n",
      messages: "missing column 'errV'"),
    FormatCase(
      "a truncated row", rotmod: Fixtures.rotmod("\(row)\n⟨0.99\t21.60⟩"),
      messages: "this row has 2 fields, not 8"),
    FormatCase(
      "no rows",
      rotmod: "# Distance = 4 Mpc\n⟨# Rad Vobs errV Vgas Vdisk Vbul SBdisk SBbul⟩\n",
      messages: "no row after the header"),
    FormatCase(
      "a word for a number", rotmod: Fixtures.rotmod("0.49 13.80 1.60 ⟨---⟩ 12.31 0.00 15.93 0.00"),
      messages: "'Vgas' must be a number, not '---'"),
    FormatCase(
      "two files of a galaxy", rotmod: Fixtures.rotmod(row), Fixtures.rotmod("⟨\(row)⟩"),
      messages: "a second file for galaxy 'A'"),
  ]
}
