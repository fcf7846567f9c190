import Plans
import Records
import Support
import Tables

/// The report of several runs side by side.
///
/// What one page says of each run stands in a row, tables of one name stand one after the other,
/// and so do figures of one name.
package struct ComparisonPage {
  private let subjects: [ReportSubject]

  /// - Precondition: There are at least two runs.
  package init(_ subjects: [ReportSubject]) {
    precondition(subjects.count > 1, "one run has a page of its own")
    self.subjects = subjects
  }

  package var bytes: [UInt8] {
    let parts = subjects.enumerated().map { index, subject in
      RunTables(subject, curves: [], prefix: "\(index + 1)-")
    }
    let sections = [overview, expectations, doubts, figures, tables(parts)].compactMap(\.self)
    let names = subjects.map(\.folder).joined(separator: ", ")
    return ReportFrame(
      title: subjects.map(\.name).joined(separator: " · "), summary: "Report of the runs \(names)",
      origins: subjects.map(\.origin),
      header: """
        <p class="kick">\(subjects.count) runs side by side</p>
        <h1>\(subjects.map(\.name).joined(separator: ", "))</h1>
        """,
      sections: sections,
      data: parts.contains(where: \.needsScript)
        ? JSONValue.object([
          .init("tables", .array(parts.flatMap(\.data))), .init("curves", [:]),
        ]).canonicalBytes : nil
    ).bytes
  }

  private var overview: Section {
    let table = PlainTable(
      caption: "The runs",
      head: [
        ("Run", .head), ("Question", .text), ("Answer", .text), ("Sample", .text),
        ("Expectations", .word), ("Doubtful", .text),
      ],
      rows: subjects.map { subject in
        let ledger = Ledger(subject)
        let met = subject.expectations.count(where: \.isMet)
        let doubts = ledger.doubts.map {
          "\($0.kind.title.lowercased()): \($0.count.grouped) of \($0.total.grouped) (\($0.table))"
        }
        return [
          "\(subject.name) <span class=\"hash\">\(subject.manifest.identity.short)</span>",
          HTML(text: subject.question), HTML(text: subject.answer ?? ReportNumber.missing),
          HTML(text: subject.sample),
          "\(met) of \(subject.expectations.count) met", HTML(text: doubts.joined(separator: "; ")),
        ]
      })
    return Section("runs", "Runs", table.html)
  }

  private func each(_ part: (ReportSubject) -> HTML) -> HTML {
    subjects.reduce(into: HTML.empty) { html, subject in
      let body = part(subject)
      if !body.text.isEmpty { html += "<h3>\(subject.folder)</h3>\n" + body }
    }
  }

  private var expectations: Section? {
    let body = each { subject in
      subject.expectations.isEmpty ? "" : ExpectationSection.table(subject.expectations).html
    }
    return body.text.isEmpty ? nil : Section("expectations", "Expectations", body)
  }

  private var doubts: Section {
    Section("doubt", "What to doubt", each { DoubtSection.blocks(Ledger($0)) })
  }

  private var figures: Section? {
    let names = subjects.flatMap { $0.figures.map(\.name) }.distinct
    guard !names.isEmpty else { return nil }
    let body = names.reduce(into: HTML.empty) { html, name in
      html += "<h3>\(name)</h3>\n<div class=\"cols\">\n"
      for subject in subjects {
        for figure in subject.figures where figure.name == name {
          html += "<p class=\"small\">\(subject.folder)</p>\n"
          html += FigureMarkup(figure).html(isFirst: false)
        }
      }
      html += "</div>\n"
    }
    return Section("figures", "Figures", body)
  }

  /// Tables of one name after the other, run by run.
  private func tables(_ parts: [RunTables]) -> Section? {
    let names = parts.flatMap(\.names).distinct
    let body = names.reduce(into: HTML.empty) { html, name in
      for (subject, part) in zip(subjects, parts) {
        if let table = part.html(of: name, in: subject.folder) { html += table }
      }
    }
    return body.text.isEmpty ? nil : Section("tables", "Tables", body)
  }
}
