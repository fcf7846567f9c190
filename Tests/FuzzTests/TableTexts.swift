import Datasets
import Support
import TestKit

/// Text tables of many makes, and mappings that read them.
enum TableTexts {
  /// One way to read the texts.
  struct Way: Sendable {
    let name: String
    let settings: TableSettings
    let texts: [String]
  }

  static let all: [Way] = [
    Way(name: "table by position", settings: byPosition, texts: [blanks, commas, bars, rings]),
    Way(name: "table by label", settings: byLabel, texts: [ecsv, vizier, commented, mrt, excel]),
    Way(name: "table with decimal commas", settings: decimal, texts: [german]),
  ]

  private static let usual = [
    MappedColumn("galaxy", .word("A")), MappedColumn("v_gas", .constant(0)),
    MappedColumn("v_disk", .constant(0)),
  ]

  private static let byPosition = TableSettings(
    points: TableMapping(
      form: TextTableForm(missing: ["-", "..."]),
      columns: usual + [
        MappedColumn("radius", .position(1), unit: "arcsec"), MappedColumn("v_obs", .position(2)),
        MappedColumn("e_v_obs", .position(3)),
      ], drop: expression("radius == 0 or missing(v_obs)")), distance: 3.16)

  private static let byLabel = TableSettings(
    points: TableMapping(
      columns: usual + [
        MappedColumn("radius", .text("R")), MappedColumn("v_obs", .text("V")),
        MappedColumn("e_v_obs", .text("(abs(E) + abs(E)) / 2")),
      ], units: [("radius", "kpc"), ("v_obs", "m/s")]), distance: 5)

  private static let decimal = TableSettings(
    points: TableMapping(
      form: TextTableForm(separator: .semicolon, hasDecimalComma: true),
      columns: usual + [
        MappedColumn("radius", .text("R")), MappedColumn("v_obs", .text("V")),
        MappedColumn("e_v_obs", .text("E")),
      ]))

  private static func expression(_ text: String) -> Expression? {
    Expression(parsing: SourceText(name: "spec", text: text), InputReport())
  }

  private static let blanks = "# R V E\n0 0 1\n0.5 21.3 2.1\n1.1 33.7 1.4 \n\n1.9 44 1.2\n"
  private static let commas = "\u{feff}r,v,e,\r\n0.5,21.3,2.1,\r\n1.1,33.7,1.4,\r\n"
  private static let bars = "| r | v | e |\n| 0.5 | 21.3 | 2.1 |\n| 5.0D-1 | ... | 1 |\n"
  private static let rings =
    "#RAD(arcs) VROT(km/s) E_VROT1 E_VROT2\n20.0 21.3 2.1 -2.1\n44.0 33.7 1.4 -1.4\n"
  private static let ecsv = """
    # %ECSV 1.0
    # ---
    # delimiter: ','
    # datatype:
    # - {name: R, unit: arcsec, datatype: float64}
    # - {name: V, unit: km / s, datatype: float64}
    # - {name: E, datatype: float64}
    # schema: astropy-2.0
    R,V,E
    20,21.3,2.1
    44,"33.7",1.4

    """
  private static let vizier =
    "#\n#RESOURCE=x\nR\tV\tE\npc\tm/s\tkm/s\n---\t---\t---\n 500\t21300\t2\n"
  private static let commented = "% a curve\n! R V E\n!kpc km/s km/s\n0.5 21.3 2.1\n1.1 33.7 1.4\n"
  private static let excel = ",R [kpc],V (km s^-1),E\n0,0.5,21.3,2.1\n1,1.1,33.7,1.4\n"
  private static let german = "R [pc];V;E\n500,5;21,3;2,1\n1100;33,7;1,4\n"
  private static let mrt = Fixtures.mrt(
    columns: """
         1-  6 F6.1   pc      R       Radius
         8- 14 F7.1   m/s     V       Speed
        16- 18 F3.1   km/s    E       Error
      """, rows: " 500.0 21300.0 2.1\n1100.0 33700.0 1.4")
}
