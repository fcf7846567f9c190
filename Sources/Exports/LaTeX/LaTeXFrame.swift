import Tables

/// What stands around the rows of a LaTeX table.
struct LaTeXFrame {
  private let style: LaTeXStyle
  private let isLong: Bool

  /// The most rows that stand on one page.
  private static let page = 50

  init(_ style: LaTeXStyle, rows: Int) {
    self.style = style
    isLong = rows > Self.page && style != .deluxetable
  }

  /// What stands for a missing value.
  var missing: String { style == .deluxetable ? "\\nodata" : "\\ldots" }

  /// What ends the last row.
  var lastEnd: String { style == .deluxetable ? "\n" : " \\\\\n" }

  private var rules: (top: String, middle: String, bottom: String) {
    style == .booktabs
      ? ("\\toprule", "\\midrule", "\\bottomrule") : ("\\hline\\hline", "\\hline", "\\hline")
  }

  /// What stands before the rows.
  func head(_ table: Table, _ cells: [LaTeXCell]) -> String {
    let columns = cells.map { $0.isText ? "l" : "r" }.joined()
    let caption = "\\caption{\(LaTeXText.escaped(table.name))}"
    let label = "\\label{tab:\(Self.label(table.name))}"
    let names = cells.map { LaTeXText.escaped($0.column.name) }
    let units = cells.map { cell in
      cell.column.unit.isEmpty ? "" : "(\(UnitText.latex(cell.column.unit)))"
    }
    if style == .deluxetable {
      func heads(_ texts: [String]) -> String {
        texts.map { "\\colhead{\($0)}" }.joined(separator: " & ")
      }
      return """
        \\begin{deluxetable*}{\(columns)}
        \\tablecaption{\(LaTeXText.escaped(table.name))\(label)}
        \\tablehead{
        \(heads(names)) \\\\
        \(heads(units))
        }
        \\startdata

        """
    }
    let (top, middle, _) = rules
    let lines = [names, units].map { "\($0.joined(separator: " & ")) \\\\" }
      .joined(separator: "\n")
    guard isLong else {
      return """
        \\begin{table}
        \(caption)
        \(label)
        \\centering
        \\begin{tabular}{\(columns)}
        \(top)
        \(lines)
        \(middle)

        """
    }
    let open = style == .aa ? "\\longtab{\n" : ""
    return """
      \(open)\\begin{longtable}{\(columns)}
      \(caption) \(label) \\\\
      \(top)
      \(lines)
      \(middle)
      \\endfirsthead
      \(top)
      \(lines)
      \(middle)
      \\endhead
      \(rules.bottom)
      \\endfoot

      """
  }

  /// What stands behind the rows.
  var foot: String {
    if style == .deluxetable { return "\\enddata\n\\end{deluxetable*}\n" }
    if isLong { return "\\end{longtable}\n" + (style == .aa ? "}\n" : "") }
    return "\(rules.bottom)\n\\end{tabular}\n\\end{table}\n"
  }

  private static func label(_ name: String) -> String {
    ASCIIText.names([name]).joined()
  }
}
