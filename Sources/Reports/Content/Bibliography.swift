import Models
import Records
import Support

/// The papers that runs rest on: those of their data, of their laws and of their questions.
struct Bibliography {
  /// The texts that name them, each once.
  let texts: [String]
  /// Those that name a paper in parts, each paper once, with the key of its entry.
  let entries: [(key: String, citation: Citation)]

  init(_ subjects: [ReportSubject]) {
    let all = subjects.flatMap { subject in
      [subject.manifest.dataset.citation] + Self.cards(of: subject).map(\.source)
        + [subject.source]
    }
    texts = all.filter { !$0.isEmpty }.distinct
    var entries: [(key: String, citation: Citation)] = []
    for citation in texts.compactMap({ Citation($0) })
    where !entries.contains(where: { $0.citation.isSamePaper(as: citation) }) {
      // Two papers of one author and year are told apart by a letter.
      let before = entries.count { $0.citation.key == citation.key }
      entries.append((citation.key + Self.letters[before % Self.letters.count], citation))
    }
    self.entries = entries
  }

  private static let letters = [""] + "bcdefghijklmnopqrstuvwxyz".map { String($0) }

  /// The laws of a run in the versions that it has used.
  static func cards(of subject: ReportSubject) -> [ModelCard] {
    let methods = subject.manifest.spec.methods
    return subject.laws.compactMap { name in
      let version = methods.first { $0.family == name }?.version
      let law = version.flatMap { ModelCatalogue.law(named: name, version: $0) }
      return (law ?? ModelCatalogue.law(named: name))?.card
    }
  }

  /// The entries as BibTeX has them, with blank lines between them.
  var bibTeX: String {
    entries.map { $0.citation.bibTeX(as: $0.key) }.joined(separator: "\n\n")
  }

  /// A file of BibTeX: the entries, and before them in comments what is named in no such form.
  var file: [UInt8] {
    let known = entries.map(\.citation.text)
    let others = texts.filter { text in !known.contains(text) && Citation(text) == nil }
    let comments = others.map { text in
      "% \(text.replacing("\n", with: " ").replacing("@", with: "(at)"))"
    }
    let head = comments.isEmpty ? [] : [comments.joined(separator: "\n")]
    let parts = head + (entries.isEmpty ? [] : [bibTeX])
    return Array((parts.joined(separator: "\n\n") + "\n").utf8)
  }

  /// The DOIs of all texts, each once.
  var identifiers: [String] {
    texts.flatMap { text -> [String] in
      let words = text.split { $0 == " " || $0 == "\n" }
      return zip(words, words.dropFirst()).compactMap { before, word in
        guard before == "doi", word.hasPrefix("10.") else { return nil }
        return String(word.reversed().drop { ",;.)".contains($0) }.reversed())
      }
    }.distinct
  }
}
