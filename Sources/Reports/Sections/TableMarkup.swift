import Support
import Tables

/// A table of results: some rows as markup, all of them as data for the script.
struct TableMarkup {
  /// How many rows stand in the document without the script.
  static let rowsWithoutScript = SummaryTables.rowsOfLong

  let table: Table
  let columns: [ReportColumn]
  /// What is the same in every row, or missing in all.
  let constants: [ReportColumn]
  /// Names its elements.
  let id: String
  /// The galaxies that have a curve to open.
  let curves: Set<String>

  init(_ table: Table, id: String, curves: Set<String>) {
    self.table = table
    self.id = id
    self.curves = curves
    let all = table.schema.columns.indices.map { ReportColumn(table, $0) }
    // A name that opens a curve stays, even if it is the only one.
    let isConstant = { (column: ReportColumn) in
      column.constant != nil && (column.name != "galaxy" || curves.isEmpty)
    }
    constants = all.filter(isConstant)
    columns = constants.count == all.count ? all : all.filter { !isConstant($0) }
  }

  /// Whether the script has something to do: more rows than stand here, or curves to open.
  var needsScript: Bool {
    table.rowCount > Self.rowsWithoutScript
      || (!curves.isEmpty && columns.contains { $0.name == "galaxy" })
  }

  /// The heading, the rows and what the script needs; with the folder of the run where tables of
  /// several stand on a page.
  func html(in run: String?) -> HTML {
    let title = "t-\(id)"
    let shown = min(table.rowCount, Self.rowsWithoutScript)
    let heading = table.name + run.asList.map { " of \($0)" }.joined()
    let file = run.asList.map { "\($0)/" }.joined() + "tables/\(table.name).ecsv"
    let label = table.rowCount.counted("row", "rows")
    var html: HTML = "<h3 id=\"\(title)\">\(heading)</h3>\n"
    html += """
      <p class="small">\(label)\(keys). File: <a href="\(file)">\(file)</a>.\(constantText)</p>

      """
    if shown < table.rowCount {
      html += "<p class=\"nojs small\">The first \(shown) of \(label) stand here.</p>\n"
    }
    html += needsScript ? "<div class=\"ctl js\" data-for=\"\(title)\"></div>\n" : ""
    let head = columns.map { column -> HTML in
      let unit: HTML = column.unit.isEmpty ? "" : "<small>\(column.unit)</small>"
      let kind: HTML = column.isNumber ? "" : " class=\"l\""
      return "<th scope=\"col\"\(kind) title=\"\(column.summary)\">\(column.name)\(unit)</th>"
    }
    let script: HTML = needsScript ? " data-table=\"\(id)\"" : ""
    html += """
      <div class="scroll" role="region" aria-labelledby="\(title)" tabindex="0"><table\(script)>\
      <caption class="hidden">Table \(table.name)</caption><thead><tr>\(head)</tr></thead><tbody>

      """
    for row in 0..<shown { html += self.row(row) }
    html += "</tbody></table></div>\n"
    html += needsScript ? "<div class=\"pager js\" data-for=\"\(title)\"></div>\n" : ""
    return html
  }

  private var keys: String {
    let keys = table.schema.keys.filter { !table.schema.constants.contains($0) }
    return keys.isEmpty ? "" : ", one for each " + keys.joined(separator: " × ")
  }

  private var constantText: String {
    guard constants.count < table.schema.columns.count else { return "" }
    let known = constants.filter { $0.constant != "" }.map { column in
      let unit = column.unit.isEmpty ? "" : " \(column.unit)"
      return "\(column.name) = \(column.constant.asList.joined())\(unit)"
    }
    let missing = constants.filter { $0.constant == "" }.map(\.name)
    let same = known.isEmpty ? "" : " The same in all rows: \(known.joined(separator: ", "))."
    return same + (missing.isEmpty ? "" : " Empty: \(missing.joined(separator: ", ")).")
  }

  private func row(_ row: Int) -> HTML {
    var html: HTML = "<tr>"
    for (index, column) in columns.enumerated() {
      let text = column.texts[row].isEmpty ? ReportNumber.missing : column.texts[row]
      if index == 0 {
        html +=
          column.isNumber
          ? "<th scope=\"row\">\(text)</th>"
          : """
          <th scope="row" class="l">\(text)</th>
          """
      } else {
        html += column.isNumber ? "<td>\(text)</td>" : "<td class=\"l\">\(text)</td>"
      }
    }
    return html + "</tr>\n"
  }

  /// All rows for the script, column by column; words by their place in a list.
  var data: JSONValue {
    .object([
      .init("id", .string(id)),
      .init("columns", .array(columns.map(Self.data))),
    ])
  }

  private static func data(of column: ReportColumn) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("name", .string(column.name)), .init("number", .bool(column.isNumber)),
    ]
    guard !column.isNumber else {
      return .object(head + [.init("texts", .array(column.texts.map { .string($0) }))])
    }
    var (words, places) = ([String](), [String: Int]())
    let values = column.texts.map { text -> JSONValue in
      if let place = places[text] { return .number(Double(place)) }
      places[text] = words.count
      words.append(text)
      return .number(Double(words.count - 1))
    }
    return .object(
      head + [
        .init("words", .array(words.map { .string($0) })), .init("places", .array(values)),
      ])
  }
}
