import Support

/// The views that a run has got.
struct RunViewPaths {
  /// The page to open; `nil` if the spec asks for none.
  let report: String?
  /// How many figures there are beside the record.
  let figures: Int
  /// What could not be drawn, and why.
  let notes: [String]

  static let none = RunViewPaths(report: nil, figures: 0, notes: [])

  /// What is said of them; the last line names the file to open.
  var lines: [String] {
    notes.map { "  note: \($0)" }
      + (figures > 0
        ? [FactLine.text("figures", "\(figures), in the folder 'figures' of the run")] : [])
      + report.asList.map { "  open \($0)" }
  }
}
