package import Specs
import Support

/// A bundle as its descriptions tell of it: runs, and the program that put them together.
package struct BundleSubject: Sendable {
  /// At least one.
  package let runs: [BundledRun]
  /// The program that made the bundle.
  package let program: BundleProgram

  package init(_ runs: [BundledRun], by program: BundleProgram) {
    self.runs = runs
    self.program = program
  }

  /// The authors of all runs, each once; none where a run names none.
  package var authors: [Author] {
    guard !runs.contains(where: \.authors.isEmpty) else { return [] }
    return runs.flatMap(\.authors).reduce(into: []) { known, author in
      let isKnown = known.contains {
        $0.familyFirst == author.familyFirst || ($0.orcid != nil && $0.orcid == author.orcid)
      }
      if !isKnown { known.append(author) }
    }
  }

  var title: String {
    if runs.count == 1 { return runs[0].title }
    return "\(runs.count) Upsilon runs: \(runs.map(\.subject.name).joined(separator: ", "))"
  }

  /// What is in it, in two or three sentences.
  var summary: String {
    let each = runs.map { run in
      let laws =
        run.subject.laws.isEmpty ? "" : ", laws \(run.subject.laws.joined(separator: ", "))"
      return "Run \(run.folder): \(run.subject.sample)\(laws)."
    }
    return "Experiments on galaxy rotation curves, computed by Upsilon, with what is needed to "
      + "compute them again. \(each.joined(separator: " "))"
  }

  /// The day on which the last of the runs was made: `2026-11-30`.
  var date: String {
    String((runs.map(\.started).max()).asList.joined().prefix(10))
  }

  /// The papers that the runs rest on, as BibTeX.
  package var references: [UInt8] { bibliography.file }

  /// The papers that the runs rest on.
  var bibliography: Bibliography { Bibliography(runs.map(\.subject)) }

  /// The programs of the runs and of the bundle, each once.
  var programs: [BundleProgram] { (runs.map(\.program) + [program]).distinct }
}
