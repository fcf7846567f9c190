import TestKit

extension FormatCase {
  private static func curves(_ what: String, _ text: String, _ messages: String...) -> FormatCase {
    FormatCase(what, sparc: Fixtures.goodSample, curves: text, messages)
  }

  private static let first =
    "A             3.36   0.16   1.99  1.50   1.86   3.75   0.00   30.32     0.00\n"

  /// Machine-readable tables.
  static let tables = [
    curves(
      "not such a table", "⟨galaxy,radius⟩\nA,1\n", "no byte-by-byte description in this file"),
    curves(
      "a header without an end",
      "Title: x\n⟨Byte-by-byte Description of file: x⟩\n\(Fixtures.rule)\n",
      "the description of the columns does not end"),
    curves(
      "a header without columns",
      Fixtures.mrt(columns: "", rows: "A").replacing("Byte-by-byte", with: "⟨Byte-by-byte")
        .replacing("table.txt", with: "table.txt⟩"), "the header declares no column"),
    curves(
      "a line that declares no column",
      Fixtures.mrt(columns: "   ⟨1- 11 Q11    ---          ID      Galaxy⟩", rows: "A"),
      "not the declaration of a column"),
    curves(
      "a column twice",
      Fixtures.mrt(
        columns: "   1-  2 A2     ---     ID   Galaxy\n   4-  5 I2     ---     ⟨ID⟩   Again",
        rows: "A"),
      "column 'ID' stands twice"),
    curves(
      "columns that overlap",
      Fixtures.mrt(
        columns: "   1-  4 A2     ---     ID   Galaxy\n   ⟨4-  5 I2     ---     D    Distance⟩",
        rows: "A"), "the bytes of 'D' overlap those of 'ID'"),
    curves(
      "two tables in one file",
      Fixtures.goodCurves + "⟨Byte-by-byte Description of file: other.txt⟩\n",
      "a second byte-by-byte description"),
    curves(
      "a header without rows", Fixtures.massModels("").markingLastRule,
      "no row after the header"),
    curves(
      "a missing column",
      Fixtures.mrt(columns: "   1-  2 A2     ---     ID   Galaxy", rows: "A")
        .replacing("Byte-by-byte", with: "⟨Byte-by-byte").replacing(
          "table.txt", with: "table.txt⟩"),
      "missing column 'D'", "missing column 'R'", "missing column 'Vobs'",
      "missing column 'e_Vobs'", "missing column 'Vgas'", "missing column 'Vdisk'",
      "missing column 'Vbul'", "missing column 'SBdisk'", "missing column 'SBbul'"),
    curves(
      "a row cut after a column",
      Fixtures.massModels(first + "A             3.36   0.41   4.84  1.50   4.24   9.47⟨⟩"),
      "'Vbul' has no value in this row"),
    curves(
      "a word for a number",
      Fixtures.massModels(
        "A             3.36   0.16   ⟨1.9x⟩  1.50   1.86   3.75   0.00   30.32     0.00"),
      "'Vobs' must be a number, not '1.9x'"),
    curves(
      "a missing name and a mark outside the columns",
      Fixtures.massModels(
        "              3.36   0.16   ⟨1.99*⟩ 1.50   1.86   3.75   0.00   30.32     0.00"),
      "'1.99*' stands outside the declared columns"),
    curves(
      "a distance that changes",
      Fixtures.massModels(
        first + "A             ⟨3.37⟩   0.41   4.84  1.50   4.24   9.47   0.00   23.77     0.00"),
      "the distance changes within a galaxy from '3.36' to '3.37'"),
    FormatCase(
      "a row of a table with wrong bytes that is cut",
      sparc: Fixtures.sample(
        "\(Fixtures.rowA)\n\(Fixtures.rowA.replacing("  A ", with: "  ⟨A⟩ "))\n  ⟨B  9   8.79  "
          + "0.28⟩"
      ), curves: Fixtures.goodCurves,
      ["galaxy 'A' stands twice", "this row has 4 fields, the header declares 19 columns"]),
    FormatCase(
      "a galaxy without a curve",
      sparc: Fixtures.sample(
        "\(Fixtures.rowA)\n\(Fixtures.rowB)\n"
          + Fixtures.rowB.replacing("  B ", with: "⟨C⟩ ").replacing("9   8", with: "9  8")),
      curves: Fixtures.goodCurves, ["galaxy 'C' has no curve"]),
    FormatCase(
      "a curve without a galaxy", sparc: Fixtures.sample(Fixtures.rowA),
      curves: Fixtures.goodCurves.replacing("B  ", with: "⟨B⟩  "),
      ["galaxy 'B' is not in the catalogue"]),
  ]
}

extension String {
  /// The text up to its last dashed line, which is marked.
  fileprivate var markingLastRule: String {
    guard let range = ranges(of: Fixtures.rule).last else { return self }
    return String(self[..<range.lowerBound]) + "⟨\(Fixtures.rule)⟩\n"
  }
}
