/// The figures but for the first, which stands with the answer.
enum FigureSection {
  static func section(_ subject: ReportSubject) -> Section? {
    let rest = subject.figures.dropFirst()
    guard !rest.isEmpty else { return nil }
    let columns = rest.filter { !$0.isWide }.map { FigureMarkup($0).html(isFirst: false) }
    let wide = rest.filter(\.isWide).map { FigureMarkup($0).html(isFirst: false) }
    let body: HTML = columns.isEmpty ? "" : "<div class=\"cols\">\n\(columns)</div>\n"
    return Section("figures", "Figures", body + "\(wide)")
  }
}
