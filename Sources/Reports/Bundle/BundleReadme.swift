import Records
import Support

/// `README.md`: what is in a bundle, and what can be done with it.
package struct BundleReadme: Sendable {
  package static let fileName = "README.md"

  private let subject: BundleSubject
  /// What is not in the bundle and could be, in sentences.
  private let omissions: [String]

  package init(_ subject: BundleSubject, omissions: [String]) {
    self.subject = subject
    self.omissions = omissions
  }

  package var bytes: [UInt8] {
    let parts =
      ["# \(Self.plain(subject.title))", subject.summary.asMarkdown]
      + subject.runs.map(section) + [again, contents] + missing.asList + [made]
    return Array((parts.joined(separator: "\n\n") + "\n").utf8)
  }

  /// A text of one line in which nothing is markup.
  private static func plain(_ text: String) -> String {
    text.replacing("\n", with: " ").asMarkdown
  }

  private func section(of run: BundledRun) -> String {
    let answer = (run.subject.answer.map { Self.plain($0) }).asList
    let rows = run.inputs.map { input in
      "| \(Self.plain(input.name)) | \(input.bytes.grouped) | `\(input.sha256)` | "
        + "\(Self.plain(input.source)) |"
    }
    let licence = run.subject.dataset.map { " Licence: \(Self.plain($0.licence))." }.asList.joined()
    let citation = run.subject.manifest.dataset.citation
    let cited = citation.isEmpty ? "" : " \(Self.plain(citation))."
    let data =
      "Data: \(Self.plain(run.subject.manifest.dataset.name)).\(cited)\(licence)"
    let table =
      rows.isEmpty
      ? []
      : [
        (["| data file | bytes | SHA-256 | |", "| --- | ---: | --- | --- |"] + rows)
          .joined(separator: "\n")
      ]
    return
      (["## \(run.folder)"] + (run.subject.question.isEmpty ? [] : [Self.plain(run.title)]) + answer
      + [
        "Identity `\(run.subject.manifest.identity)`, engine \(run.subject.manifest.engine), made "
          + "by \(run.program.words).", data,
      ] + table).joined(separator: "\n\n")
  }

  private var again: String {
    let lacking = subject.runs.flatMap(\.inputs).contains(where: \.isLacking)
    let hint =
      lacking
      ? "\n\nData that did not travel are named above. Put them into a folder, those of a dataset "
        + "into one of its name inside, and name it: "
        + "`UPSILON_DATA=/path/to/folder sh reproduce.sh`. "
        + "The authors' own files are found in it by their hash, whatever they are called." : ""
    return """
      ## To compute it again

      `sh reproduce.sh` computes every run anew, offline, in a scratch folder, and compares the \
      manifest and every table with those enclosed, byte for byte. It needs a shell, the program \
      `upsilon` (beside it, on PATH, or named by UPSILON), and `cmp` or `sha256sum`.\(hint)
      """
  }

  private var contents: String {
    """
    ## What is where

    - `runs/`: the runs as they were made: `spec.json`, `manifest.json`, `journal.json`, \
    `tables/*.ecsv` and their `SHA256SUMS`; beside them `report.html` and `figures/`, drawn from \
    them
    - `exports/`: the tables as machine-readable tables (MRT) and for LaTeX
    - `data/`: data files that may travel
    - `references.bib`: the works that the results rest on
    - `ro-crate-metadata.json`: all of it for programs, an RO-Crate (Process Run Crate 0.5)
    - `SHA256SUMS`: the hash of every other file; `sha256sum -c SHA256SUMS` compares
    """
  }

  private var missing: String? {
    guard !omissions.isEmpty else { return nil }
    let items = omissions.map { "- \(Self.plain($0))" }
    return "## What is not enclosed\n\n\(items.joined(separator: "\n"))"
  }

  private var made: String {
    let hash = subject.program.sha256.map { ", whose executable has the SHA-256 `\($0)`" }
    return "Bundled by \(subject.program.words)\(hash.asList.joined())."
  }
}

extension String {
  /// The text in which no sign is markup.
  fileprivate var asMarkdown: String {
    reduce(into: "") { text, character in
      if "\\`*_[]<>|#".contains(character) { text += "\\" }
      text.append(character)
    }
  }
}
