import Support

/// What to doubt: bounds, edges, zeros, refusals, all with their names.
enum DoubtSection {
  static func section(_ ledger: Ledger) -> Section {
    Section("doubt", "What to doubt", blocks(ledger))
  }

  /// A block for each kind, then the kinds of which there are none.
  static func blocks(_ ledger: Ledger) -> HTML {
    var body: HTML = ""
    for doubt in ledger.doubts {
      let count = doubt.count
      body += """
        <div class="ledger"><h3>\(doubt.kind.title): \(count.grouped) of \
        \(doubt.total.grouped) rows of \(doubt.table)</h3><p>\(doubt.kind.meaning)</p>

        """
      for group in doubt.groups {
        let label = group.label.isEmpty ? "" : "\(group.label): "
        let names = group.names.joined(separator: ", ")
        let list: HTML =
          names.isEmpty ? "" : " <span class=\"names\">(\(names))</span>"
        body += "<p>\(label)\(group.count.grouped)\(list)</p>\n"
      }
      body += "</div>\n"
    }
    for kind in ledger.absent { body += "<p class=\"none\">\(kind.title): none.</p>\n" }
    return body
  }
}
