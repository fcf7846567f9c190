package import Figures
import Reports
import Specs
import Support
package import Tables

/// The figures that a spec asks for, drawn from the record of its run.
package struct RunFigures: Sendable {
  package let all: [RunFigure]
  /// The curves, computed from the fits where the run does not keep them.
  package let curves: Table?
  /// What could not be drawn, and why.
  package let notes: [String]

  init(of recorded: RecordedRun, _ source: some DatasetSource, jobs: Int) {
    let requests = recorded.spec.asList.flatMap(\.outputs.figures)
    let drawn = Scheduler.map(requests.count, jobs: jobs) { place in
      Self.drawn(requests[place], recorded.tables, of: recorded.run.experiment)
    }
    all = drawn.flatMap(\.figures)
    let notes = drawn.flatMap(\.notes)
    let hasCurves = recorded.tables.all.contains { $0["v_model"] != nil && $0["pull"] != nil }
    guard !hasCurves, let fits = recorded.tables[TableName.fits], fits.rowCount > 0 else {
      (curves, self.notes) = (nil, notes)
      return
    }
    let (made, note) = RunCurves.tables(of: fits, recorded, source, grid: nil)
    curves = made.first
    self.notes = notes + [note?.description].compactMap(\.self)
  }

  /// Draws one request.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - tables: The tables of the run.
  ///   - experiment: What the run is called.
  /// - Returns: One figure or several, and what is to be said of them.
  package static func drawn(
    _ request: FigureRequest, _ tables: TableSet, of experiment: String
  ) -> (figures: [RunFigure], notes: [String]) {
    let (scenes, notes) = request.scenes(from: tables, FigureFacts(run: experiment))
    let figures = scenes.map { scene in
      let drawing = scene.drawn()
      let isAlone = scenes.count == 1 && isFileName(request.name)
      return RunFigure(
        svg: drawing.svg,
        report: ReportFigure(
          name: isAlone ? request.name : scene.id, title: scene.title, caption: Self.caption(scene),
          markup: drawing.inline, isWide: scene.size == .page))
    }
    return (figures, notes)
  }

  /// What it is, and how much of it there is.
  private static func caption(_ scene: Scene) -> String {
    scene.summary.isEmpty ? scene.title : "\(scene.title). \(scene.summary)"
  }

  private static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
  }
}
