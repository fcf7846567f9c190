import Records
import Support
import Tables

/// The sections that repeat what the record says: sample, notes, inputs, how to reproduce.
struct RecordSections {
  let subject: ReportSubject
  /// What was left out of the page.
  let omissions: [String]

  var sample: Section {
    let manifest = subject.manifest
    var body: HTML = """
      <p>\(subject.sample), \(manifest.cells.counted("cell", "cells")), \
      \(manifest.units.counted("unit", "units")).</p>

      """
    if let flow = subject.tables[TableName.cutFlow], flow.rowCount > 0 {
      body +=
        PlainTable(
          caption: "Each rule with what it dropped",
          head: [
            ("Rule", .head), ("Of", .word), ("Before", .number), ("Dropped", .number),
            ("After", .number),
          ],
          rows: (0..<flow.rowCount).map { row in
            [HTML("<code>\(flow.text(row: row, of: "rule"))</code>")]
              + ["kind", "before", "dropped", "after"].map {
                let text = flow.text(row: row, of: $0)
                return HTML(text: Int(text).map { ReportNumber.text($0) } ?? text)
              }
          }
        ).html
      body += dropped
    } else {
      body += "<p>No cut: every galaxy of the dataset is in.</p>\n"
    }
    return Section("sample", "Sample", body)
  }

  /// The names of the galaxies that each rule dropped.
  private var dropped: HTML {
    guard let table = subject.tables[TableName.dropped], table.rowCount > 0 else { return "" }
    var (order, names) = ([String](), [String: [String]]())
    for row in 0..<table.rowCount {
      let rule = table.text(row: row, of: "rule")
      if names[rule] == nil { order.append(rule) }
      names[rule, default: []].append(table.text(row: row, of: "galaxy"))
    }
    return order.reduce(into: HTML.empty) { html, rule in
      html += """
        <p>Dropped by <code>\(rule)</code>: <span class="names">\
        \(names[rule].asList.flatMap(\.self).joined(separator: ", "))</span></p>

        """
    }
  }

  var notes: Section? {
    let all =
      omissions + subject.omissions + subject.manifest.warnings + subject.manifest.dataset.notes
    guard !all.isEmpty else { return nil }
    let items = all.map { note -> HTML in "<li>\(note)</li>\n" }
    return Section("notes", "Notes", "<ul>\(items)</ul>\n")
  }

  var inputs: Section {
    let manifest = subject.manifest
    let table = PlainTable(
      caption: "Files by SHA-256",
      head: [("Role", .head), ("Bytes", .number), ("SHA-256", .hash)],
      rows: manifest.inputs.map {
        [HTML(text: $0.role), HTML(text: $0.bytes.grouped), HTML(text: $0.sha256)]
      })
    let licence: HTML =
      subject.dataset.map { " \($0.title). Licence: \($0.licence)." } ?? HTML.empty
    return Section(
      "inputs", "Inputs",
      """
      <p>Dataset <code>\(manifest.dataset.name)</code>.\(licence)</p>
      \(table.html)\
      <p>Identity of the run: <span class="hash">\(manifest.identity.description)</span></p>
      <p>Manifest: <span class="hash">\(subject.origin.manifest)</span></p>

      """)
  }

  var reproduce: Section {
    let run = subject.folder
    var commands: [String] = []
    if let dataset = subject.dataset, !dataset.isBuiltIn {
      commands.append("upsilon data fetch \(dataset.name)")
    }
    commands += [
      "upsilon run spec.json", "upsilon verify \(run) --recompute", "upsilon report \(run)",
    ]
    let methods = subject.manifest.spec.methods.map { method -> HTML in
      "<li>\(method.family): <code>\(method.version)</code></li>\n"
    }
    return Section(
      "reproduce", "Reproduce",
      """
      <p>The file <code>spec.json</code> lies beside this page, and stands below.</p>
      <pre role="region" aria-label="Commands" tabindex="0"><code>\
      \(commands.joined(separator: "\n"))</code></pre>
      <p>The same identity gives the same bytes of tables and manifest, whatever the number of \
      jobs. Engine \(subject.manifest.engine), methods:</p>
      <ul class="small">\(methods)</ul>
      <details><summary>The spec with every default written out</summary>\
      <pre role="region" aria-label="Spec" tabindex="0"><code>\(spec)</code></pre></details>

      """)
  }

  private var spec: String {
    String(decoding: subject.spec.readableBytes, as: UTF8.self)
  }
}
