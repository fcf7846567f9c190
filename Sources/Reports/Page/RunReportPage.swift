import Records
import Support
import Tables

/// The report of one run.
///
/// It is one file that asks no network for anything, and that is read without its script; the
/// script sorts and filters tables and draws the curve that a galaxy's name opens. The same run
/// gives the same bytes.
package struct RunReportPage {
  private let subject: ReportSubject

  package init(_ subject: ReportSubject) {
    self.subject = subject
  }

  package var bytes: [UInt8] {
    let curves = CurveData(
      subject.curves ?? subject.tables.all.first(where: CurveData.isTaken),
      doubtful: Self.doubtful(subject.tables))
    let tables = RunTables(subject, curves: curves.galaxies, prefix: "")
    let ledger = Ledger(subject)
    let records = RecordSections(subject: subject, omissions: [curves.omission].compactMap(\.self))
    let methods = MethodSections(subject)
    let sections = [
      AnswerSection(subject: subject, ledger: ledger).section,
      ExpectationSection.section(subject), MovedSection.section(subject),
      DoubtSection.section(ledger), FigureSection.section(subject), tables.section,
      records.sample, records.notes, methods.methods, records.inputs, records.reproduce,
      methods.citations,
    ].compactMap(\.self)
    let hash = subject.manifest.identity.short
    let question = subject.question.isEmpty ? subject.name : subject.question
    return ReportFrame(
      title: "\(subject.name) · \(hash)", summary: "Report of the run \(subject.folder)",
      origins: [subject.origin],
      header: """
        <p class="kick">\(subject.name) · <span class="hash">\(hash)</span> · \(subject.sample)</p>
        <h1>\(question)</h1>
        """,
      sections: sections,
      data: tables.needsScript
        ? JSONValue.object([
          .init("tables", .array(tables.data)), .init("curves", curves.json),
        ]).canonicalBytes : nil
    ).bytes
  }

  /// The fits on a bound, as ``CurveData/key(_:_:)`` spells them.
  static func doubtful(_ tables: TableSet) -> Set<String> {
    guard let fits = tables[TableName.fits] else { return [] }
    let keys = fits.schema.keys.filter { $0 != "galaxy" && !fits.schema.constants.contains($0) }
    return Set(
      fits.rows(where: "status", is: "at_bound").map { row in
        let label = keys.map { key in
          let text = fits.text(row: row, of: key)
          return key == "model" ? text : "\(key) \(text)"
        }.joined(separator: ", ")
        return CurveData.key(fits.text(row: row, of: "galaxy"), label)
      })
  }
}
