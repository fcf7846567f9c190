/// A figure with its caption and its file.
struct FigureMarkup {
  private let figure: ReportFigure

  init(_ figure: ReportFigure) {
    self.figure = figure
  }

  /// The element; the first figure stands with the answer, before all others.
  func html(isFirst: Bool) -> HTML {
    let kind: HTML = figure.isWide ? "wide" : "column"
    let place: HTML = isFirst ? " one" : ""
    let region: HTML =
      figure.isWide ? " role=\"region\" aria-label=\"\(figure.title)\" tabindex=\"0\"" : ""
    let caption = figure.caption.isEmpty ? figure.title : figure.caption
    return """
      <figure class="\(kind)\(place)"><div class="pic"\(region)>\
      \(HTML(trusting: figure.markup))</div><figcaption>\(caption) \
      <a href="figures/\(figure.name).svg" download>SVG<span class="hidden"> of \
      \(figure.title)</span></a></figcaption></figure>

      """
  }
}
