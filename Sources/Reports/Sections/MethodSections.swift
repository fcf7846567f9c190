import Models
import Records
import Support

/// The sections on laws and papers.
struct MethodSections {
  let subject: ReportSubject
  private let cards: [ModelCard]

  private static let baryons =
    "V_bary^2 = Upsilon_gas V_gas^2 + Upsilon_disk V_disk^2 + Upsilon_bulge V_bulge^2"

  init(_ subject: ReportSubject) {
    self.subject = subject
    cards = Bibliography.cards(of: subject)
  }

  var methods: Section? {
    var body: HTML = ""
    if !subject.source.isEmpty { body += "<p>Source of the question: \(subject.source).</p>\n" }
    if !cards.isEmpty || subject.spec["model"]?["offset"] != nil {
      body += """
        <h3>Baryons</h3>
        \(Formula.html(Self.baryons))\
        <p>Each speed stands with its sign: gas with a central hole pulls outward.</p>

        """
    }
    for card in cards {
      let parameters = card.parameters.map { parameter -> HTML in
        let unit = parameter.unit.isEmpty ? "" : " (\(parameter.unit))"
        return "<li><code>\(parameter.name)</code>\(unit): \(parameter.summary)</li>\n"
      }
      body += """
        <h3>\(card.name)</h3>
        <p>\(card.summary)</p>
        \(Formula.html(card.formula))<ul class="small">\(parameters)</ul>
        <p class="small">Method <code>\(card.method)</code>. \(card.source).</p>

        """
    }
    return body.text.isEmpty ? nil : Section("methods", "Methods", body)
  }

  var citations: Section? {
    let papers = Bibliography([subject])
    guard !papers.texts.isEmpty else { return nil }
    let shown = papers.texts.map { text -> HTML in "<li>\(Self.linked(text))</li>\n" }
    let bibliography: HTML =
      papers.entries.isEmpty
      ? ""
      : """
      <pre role="region" aria-label="BibTeX" tabindex="0"><code>\
      \(papers.bibTeX)</code></pre>

      """
    return Section("cite", "Cite", "<ul>\(shown)</ul>\n\(bibliography)")
  }

  /// The text with every DOI as a link.
  private static func linked(_ text: String) -> HTML {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part -> HTML in
      guard index > 0, parts[index - 1] == "doi", part.hasPrefix("10.") else {
        return HTML(text: String(part))
      }
      let doi = part.reversed().drop { ",;.".contains($0) }.reversed()
      let name = String(doi)
      let rest = String(part.dropFirst(name.count))
      return "<a href=\"https://doi.org/\(name)\">\(name)</a>\(rest)"
    }.joined(" ")
  }
}
