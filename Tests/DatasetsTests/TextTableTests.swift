import Datasets
import Galaxies
import Support
import TestKit
import Testing

/// Every dialect has the same points: radius 0.5, 1.1, 1.9; speed 21.3, 33.7, 44; error 2.1, 1.4,
/// 1.2.
@Suite("A text table", .limited)
struct TextTableTests {
  private func expect(_ reading: TableReading, _ what: Comment? = nil) throws {
    let curve = try reading.galaxy().curve
    #expect(curve.radius == [0.5, 1.1, 1.9], what)
    #expect(curve.observedSpeed == [21.3, 33.7, 44], what)
    #expect(curve.observedSpeedError == [2.1, 1.4, 1.2], what)
  }

  private static let rows = "0.5 21.3 2.1\n1.1 33.7 1.4\n1.9 44 1.2\n"

  private static func byLabel(_ form: TextTableForm) -> TableSettings {
    var mapping = TableReading.byLabel
    mapping.form = form
    return TableSettings(points: mapping)
  }

  @Test(arguments: [" ", "    ", "\t", ",", ", ", ";", " ; ", "|", " | "])
  func hasTheSeparatorThatIsSeen(separator: String) throws {
    let text = "R V E\n\(Self.rows)".replacing(" ", with: separator)
    try expect(TableReading(text, Self.byLabel(TextTableForm())))
  }

  @Test(arguments: TextSeparator.allCases)
  func hasTheSeparatorThatIsSaid(separator: TextSeparator) throws {
    let byte: [TextSeparator: String] = [
      .blanks: " ", .tab: "\t", .comma: ",", .semicolon: ";", .bar: "|",
    ]
    let text = "R V E\n\(Self.rows)".replacing(" ", with: byte[separator] ?? "")
    try expect(TableReading(text, Self.byLabel(TextTableForm(separator: separator))))
  }

  @Test func hasBarsAtItsRim() throws {
    let text = "| R | V | E |\n| 0.5 | 21.3 | 2.1 |\n| 1.1 | 33.7 | 1.4 |\n| 1.9 | 44 | 1.2 |\n"
    try expect(TableReading(text, Self.byLabel(TextTableForm())))
  }

  @Test(arguments: [
    "# R V E\n", "#R V E\n", "% R V E\n", "! R V E\n", "## R V E\n",
    "# a curve of 1999\n# R V E\n", "# R V E\n# kpc km/s km/s\n", "#A1 #Smith 2001\n# R V E\n",
  ])
  func isNamedBehindAComment(header: String) throws {
    try expect(
      TableReading(header + Self.rows, Self.byLabel(TextTableForm())), Comment(rawValue: header))
  }

  @Test(arguments: ["", "# nothing of use\n", "R V E\n", "# R V E\n", "R V E\nkpc km/s km/s\n"])
  func isReadByPosition(header: String) throws {
    try expect(
      TableReading(header + Self.rows, TableSettings(points: TableReading.byPosition)),
      Comment(rawValue: header))
  }

  @Test(arguments: ["\n", "\r\n"])
  func hasAByteOrderMarkAndAnyLineEnds(end: String) throws {
    let text = "\u{feff}R V E\n\(Self.rows)".replacing("\n", with: end)
    try expect(TableReading(text, Self.byLabel(TextTableForm())))
    let mixed = "# a header\nR V E\n" + Self.rows.replacing("\n", with: "\r\n") + "\n \t\n"
    try expect(TableReading(mixed, Self.byLabel(TextTableForm())))
    try expect(TableReading(String(mixed.dropLast(6)), Self.byLabel(TextTableForm())))
  }

  @Test func hasOtherEncodingsInComments() throws {
    var reading = TableReading("R V E\n\(Self.rows)", Self.byLabel(TextTableForm()))
    reading.files[0].bytes =
      Array("# PA 30".utf8) + [0xb0, 0x20, 0xb1, 0x0a] + reading.files[0].bytes
    try expect(reading)
  }

  @Test func isRefusedInOtherEncodingsOfItsFields() throws {
    var reading = TableReading("R V E\n\(Self.rows)", Self.byLabel(TextTableForm()))
    reading.files[0].bytes += [0xb0, 0x20, 0x31, 0x20, 0x31, 0x0a]
    #expect(try reading.messages() == ["the file is not text"])
  }

  @Test func hasDecimalCommasWhereTheyAreSaid() throws {
    let form = TextTableForm(hasDecimalComma: true)
    for separator in [" ", ";", "\t", "|"] {
      let text = "R V E\n\(Self.rows)".replacing(".", with: ",").replacing(" ", with: separator)
      try expect(TableReading(text, Self.byLabel(form)))
    }
    let plain = TableReading(
      "R;V;E\n0,5;21,3;2,1\n", Self.byLabel(TextTableForm(separator: .semicolon)))
    #expect(
      try plain.messages() == [
        "'radius' must be a number, not '0,5'", "'v_obs' must be a number, not '21,3'",
        "'e_v_obs' must be a number, not '2,1'",
      ])
  }

  @Test func hasNumbersOfFortranAndTypography() throws {
    let text = "R V E\n5.0D-1 21.3 2.1\n1.1d0 33.7 1.4\n0.19E+1 4.4D1 1.2\n"
    try expect(TableReading(text, Self.byLabel(TextTableForm())))
    var mapping = TableReading.byPosition
    mapping.columns.removeAll { $0.name == "v_gas" }
    mapping.columns.append(MappedColumn("v_gas", .position(4)))
    let galaxy = try TableReading("1 2 3 \u{2212}4.5\n2 2 3 –5\n", TableSettings(points: mapping))
      .galaxy()
    #expect(galaxy.curve.gasSpeed == [-4.5, -5])
  }

  @Test func hasTheIndexOfPandas() throws {
    for first in ["", "Unnamed: 0"] {
      let text = "\(first),R,V,E\n0,0.5,21.3,2.1\n1,1.1,33.7,1.4\n2,1.9,44,1.2\n"
      let reading = TableReading(text, Self.byLabel(TextTableForm()))
      try expect(reading)
      #expect(
        try reading.reading().notes
          == ["points: the first column has no name and counts the rows; it is passed over"])
    }
  }

  @Test func hasEmptyColumnsAtItsEnd() throws {
    let text = "R,V,E,,\n" + Self.rows.replacing(" ", with: ",").replacing("\n", with: ",,\n")
    try expect(TableReading(text, Self.byLabel(TextTableForm())))
  }

  @Test(arguments: ["kpc,km/s,km/s\n", "[kpc],[km/s],[km/s]\n", "(kpc),(km s-1),(km s-1)\n"])
  func hasARowOfUnits(units: String) throws {
    try expect(
      TableReading(
        "R,V,E\n\(units)" + Self.rows.replacing(" ", with: ","), Self.byLabel(TextTableForm())))
  }

  @Test func hasTheHeaderOfVizieR() throws {
    let text = """
      #
      #   VizieR Astronomical Server vizier.cds.unistra.fr
      #Column\tR\t(F5.2)\tRadius\t[ucd=phys.distance]
      R\tV\tE\tName
      pc\tm/s\tkm/s\t 
      ------\t-----\t----\t--------
       500\t21300\t 2.1\tA one
      1100\t33700\t 1.4\tA one
      1900\t44000\t 1.2\tA one

      """
    try expect(TableReading(text, Self.byLabel(TextTableForm())))
  }

  @Test(arguments: [" ", ","])
  func hasTheHeaderOfECSV(delimiter: String) throws {
    let text = """
      # %ECSV 1.0
      # ---
      \(delimiter == "," ? "# delimiter: ','\n" : "")# datatype:
      # - {name: R, unit: pc, datatype: float64, description: 'R, as observed'}
      # - name: V
      #   unit: m / s
      #   datatype: float64
      # - {name: E, unit: km / s, datatype: float64}
      # meta: !!omap
      # - {unit: furlong}
      # schema: astropy-2.0
      R V E
      500 21300 2.1
      1100 33700 1.4
      1900 44000 1.2

      """
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("#") ? String($0) : String($0).replacing(" ", with: delimiter)
    }
    let reading = TableReading(lines.joined(separator: "\n"), Self.byLabel(TextTableForm()))
    try expect(reading)
    #expect(
      try reading.reading().notes
        == ["points: units are converted: radius from 'pc', v_obs from 'm / s'"])
  }

  @Test func hasTheHeaderOfAMachineReadableTable() throws {
    let text = Fixtures.mrt(
      columns: """
           1-  6 F6.1   pc      R       Radius
           8- 14 F7.1   m/s     V       Speed
          16- 18 F3.1   km/s    E       Error
        """, rows: " 500.0 21300.0 2.1\n1100.0 33700.0 1.4\n1900.0 44000.0 1.2")
    try expect(TableReading(text, Self.byLabel(TextTableForm())))
  }

  @Test func hasMarksOfMissingValues() throws {
    var mapping = TableReading.byPosition
    mapping.form.missing = ["-", "...", "-99"]
    mapping.columns.append(MappedColumn("sb_disk", .position(4)))
    let curve = try TableReading(
      "1 2 3 -\n2 2 3 ...\n3 2 3 -99\n4 2 3 5\n", TableSettings(points: mapping)
    ).galaxy().curve
    #expect(curve.diskSurfaceBrightness.map(\.isNaN) == [true, true, true, false])
  }

  @Test(arguments: [
    ("", "the file is empty"), ("# only\n", "the file has only comments"),
    ("R V E\n", "no row after the names of the columns"),
    ("R V R\n1 2 3\n", "column 'R' stands twice"),
    ("R V E\n1 2\n", "this row has 2 fields, the first row names 3 columns"),
  ])
  func isRefusedWhereItIsNone(text: String, message: String) throws {
    #expect(try TableReading(text, Self.byLabel(TextTableForm())).messages() == [message])
  }

  @Test(arguments: [
    ("\u{1f}\u{8b}", "compressed by gzip"), ("SIMPLE  =    T", "a FITS file"),
    ("<?xml version=\"1.0\"?>\n<VOTABLE>", "a VOTable"), ("<!DOCTYPE html>\n", "a page of HTML"),
    ("[\n {\"R\": 1}]", "JSON"), ("{\"R\": 1}", "JSON"), ("PAR1x", "a Parquet file"),
    ("PK\u{3}\u{4}  [Content_Types].xml", "a spreadsheet (xlsx)"), ("\u{89}HDF", "an HDF5 file"),
    ("version https://git-lfs.github.com/spec/v1\n", "a pointer of Git LFS, not the file itself"),
    ("\u{ff}\u{fe}R", "text in UTF-16"), ("%PDF-1.4", "a PDF"),
  ])
  func isNamedForWhatItIsInstead(start: String, name: String) throws {
    var reading = TableReading("", TableSettings(points: TableReading.byPosition))
    reading.files[0].bytes = start.unicodeScalars.map { UInt8($0.value) } + Array("\n1 2 3\n".utf8)
    #expect(try reading.messages() == ["this is \(name)"])
  }

  /// As `jungle` writes its `%PDF`, a comment may begin with any mark.
  @Test func isTakenAtItsWordInComments() throws {
    try expect(TableReading("% R V E\n\(Self.rows)", Self.byLabel(TextTableForm())))
  }
}
