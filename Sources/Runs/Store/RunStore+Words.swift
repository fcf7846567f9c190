import Machine
import Records
package import Support

extension RunStore {
  /// The run that a word means: a folder, a prefix of the hash, or a name (its latest run).
  ///
  /// - Throws: `InputRejected` if the word means none, several or a damaged one, ``FileError`` if
  ///   the store cannot be read.
  package func run(meant word: String) throws -> StoredRun {
    let folder = try folder(meant: word)
    if let run = folder.run { return run }
    let damage = folder.mistakes.isEmpty ? folder.damage : "its manifest cannot be read"
    let refusal = InputRejected(
      "run '\(folder.name)' is damaged: \(damage)",
      help: "\(command: "verify", folder.name) says what is left of it")
    throw InputRejected(refusal.diagnostics + folder.mistakes)
  }

  /// The folder of the run that a word means, damaged or not.
  ///
  /// Names of folders decide where they can, so that a word costs one manifest: a word that begins
  /// the hash of a single folder means that one, and a name those that are called so.
  ///
  /// - Throws: `InputRejected` if the word means none or several, ``FileError`` if the store cannot
  ///   be read.
  package func folder(meant word: String) throws -> RunFolder {
    for path in [word, "\(root)/\(word)"] where !word.isEmpty {
      if let folder = RunFolder(at: path) { return folder }
    }
    let names = try names()
    let isName = names.contains { RunName($0)?.experiment == word }
    if !isName, let folder = ownFolder(ofHash: word, among: names) { return folder }
    // What a folder without the name of a run is called, only its record tells.
    let entries = try entries { name in
      guard isName, let known = RunName(name) else { return true }
      return known.experiment == word
    }
    return try folder(meant: word, among: entries)
  }

  /// The one folder whose name has a hash that a word begins, if that is the hash of its run.
  private func ownFolder(ofHash word: String, among names: [String]) -> RunFolder? {
    let word = word.lowercased()
    guard !word.isEmpty else { return nil }
    let fitting = names.filter { RunName($0)?.hash.hasPrefix(word.prefix(12)) == true }
    guard fitting.count == 1, let folder = RunFolder(at: "\(root)/\(fitting[0])"),
      let run = folder.run, run.hasOwnName, run.manifest.identity.description.hasPrefix(word)
    else { return nil }
    return folder
  }

  private func folder(meant word: String, among entries: [RunEntry]) throws -> RunFolder {
    let named = entries.filter { $0.experiment == word }
    let now = Moment.now
    if let latest = named.filter({ $0.facts != nil }).max(by: { $0.isOlder(than: $1, at: now) }) {
      return try folder(of: latest)
    }
    let fitting =
      named.isEmpty
      ? entries.filter { !word.isEmpty && $0.identity?.hasPrefix(word.lowercased()) == true }
      : named
    if fitting.count == 1 { return try folder(of: fitting[0]) }
    // A copy beside the run does not make its hash ambiguous.
    if Set(fitting.map(\.identity)).count == 1, let own = fitting.first(where: \.hasOwnName) {
      return try folder(of: own)
    }
    if fitting.count > 1 {
      let (shown, rest) = (fitting.prefix(12).map(\.name), fitting.count - 12)
      throw InputRejected(
        "'\(word)' fits \(fitting.count) runs",
        help: "they are \(shown.joined(separator: ", "))\(rest > 0 ? ", … (\(rest) more)" : "")")
    }
    guard !entries.isEmpty else { throw missing(word, help: RunStore.howToMakeOne) }
    let known = Set(entries.map(\.experiment)).sorted()
    throw missing(word, help: Advice(known.advice(for: word)))
  }

  /// What to do where there are no runs.
  package static let howToMakeOne: Advice =
    "\(command: "init", "first.json") writes a spec, and \(command: "run", "first.json") runs it"

  private func missing(_ word: String, help: Advice) -> InputRejected {
    InputRejected("there is no run '\(word)' in '\(root)'", help: help)
  }

  /// Opens what a look over the folders has found.
  private func folder(of entry: RunEntry) throws(FileError) -> RunFolder {
    guard let folder = RunFolder(at: entry.path) else {
      throw FileError("use", entry.path, "it was removed at this moment")
    }
    return folder
  }
}
