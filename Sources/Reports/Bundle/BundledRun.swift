package import Specs

/// A run as the descriptions of a bundle tell of it.
package struct BundledRun: Sendable {
  package let subject: ReportSubject
  package let authors: [Author]
  /// When it was begun and when it was done: `2026-11-30T04:04:56.499+00:00`.
  package let started: String
  package let ended: String
  /// The program that made it.
  package let program: BundleProgram
  package let inputs: [BundledInput]

  package init(
    _ subject: ReportSubject, authors: [Author], started: String, ended: String,
    program: BundleProgram, inputs: [BundledInput]
  ) {
    (self.subject, self.authors) = (subject, authors)
    (self.started, self.ended, self.program) = (started, ended, program)
    self.inputs = inputs
  }

  /// The name of its folder.
  var folder: String { subject.folder }

  /// Its folder in the bundle.
  package var path: String { "runs/\(folder)" }

  /// Where its tables are in the formats of papers.
  package var exports: String { "exports/\(folder)" }

  /// The question, or the name where there is none.
  var title: String {
    subject.question.isEmpty ? "Upsilon run '\(subject.name)'" : subject.question
  }
}
