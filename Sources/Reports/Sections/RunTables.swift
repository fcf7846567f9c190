import Support
import Tables

/// The tables of a run as a section, and their rows for the script.
struct RunTables {
  private let tables: [TableMarkup]
  private let others: [String]
  private let hasCurves: Bool

  /// - Parameters:
  ///   - subject: The run.
  ///   - curves: The galaxies that have a curve to open.
  ///   - prefix: Keeps the tables of several runs on one page apart.
  init(_ subject: ReportSubject, curves: Set<String>, prefix: String) {
    let choice = SummaryTables(subject)
    tables = choice.shown.map { TableMarkup($0, id: prefix + $0.name, curves: curves) }
    others = choice.others
    hasCurves = !curves.isEmpty
  }

  var needsScript: Bool { tables.contains(where: \.needsScript) }

  var data: [JSONValue] { tables.filter(\.needsScript).map(\.data) }

  /// The names of the tables that are shown.
  var names: [String] { tables.map(\.table.name) }

  /// One table beside those of other runs.
  ///
  /// - Parameters:
  ///   - name: Which one.
  ///   - run: The folder of the run.
  /// - Returns: `nil` if it is not shown.
  func html(of name: String, in run: String) -> HTML? {
    tables.first { $0.table.name == name }?.html(in: run)
  }

  var section: Section? {
    let body = body
    return body.text.isEmpty ? nil : Section("tables", "Tables", body)
  }

  var body: HTML {
    var body: HTML =
      hasCurves ? "<p class=\"js-block\">The name of a galaxy opens its curve.</p>\n" : ""
    for table in tables { body += table.html(in: nil) }
    if !others.isEmpty {
      let links = others.map { name -> HTML in
        "<a href=\"tables/\(name).ecsv\">\(name)</a>"
      }
      body += "<p>Tables that have a file only: \(links.joined(", ")).</p>\n"
    }
    return body
  }
}
