import Machine
import Records

/// The runs in a folder whose place others have taken.
struct SupersededRuns {
  /// A run of which something is known.
  struct Known {
    let entry: RunEntry
    let facts: RunFacts
  }

  /// A run that may go, and the one that stays for it.
  struct Pair {
    let old: Known
    let new: Known
    let reason: String
  }

  private let now: Moment

  init(at now: Moment) {
    self.now = now
  }

  /// Every run that another one supersedes which is not superseded itself, in the order of names.
  func pairs(among runs: [RunEntry]) -> [Pair] {
    let known = runs.compactMap { run in run.facts.map { Known(entry: run, facts: $0) } }
    return Dictionary(grouping: known) { [$0.facts.experiment, $0.facts.question] }.values
      .filter { $0.count > 1 }.flatMap(pairs(inGroup:))
      .sorted { $0.old.entry.path < $1.old.entry.path }
  }

  private func pairs(inGroup runs: [Known]) -> [Pair] {
    var (pairs, staying) = ([Pair](), [Known]())
    // What comes first here is superseded by nothing that comes after.
    for old in runs.sorted(by: { $0.facts.rank > $1.facts.rank }) {
      let found = staying.lazy.compactMap { new in
        Supersession(of: old.facts, by: new.facts, at: now).map {
          Pair(old: old, new: new, reason: $0.reason)
        }
      }.first
      if let found { pairs.append(found) } else { staying.append(old) }
    }
    return pairs
  }

  /// Looks again whether a pair is one, with both manifests read and held against their checksums
  /// and identities; it is none where another has removed a run meanwhile.
  ///
  /// - Throws: ``FileError`` if a file cannot be read.
  func isStill(_ pair: Pair) throws(FileError) -> Bool {
    guard let old = try checked(pair.old), let new = try checked(pair.new) else { return false }
    return Supersession(of: old, by: new, at: now) != nil
  }

  private func checked(_ known: Known) throws(FileError) -> RunFacts? {
    let path = known.entry.path
    let stamps = RunStamps(in: path)
    do {
      guard let run = try StoredRun(at: path) else { return nil }
      try StoredRun.checkRecord(at: path, of: run.manifest.identity)
      try run.checkManifest()
      return RunFacts(run, stamps)
    } catch let error as FileError {
      if Files.isMissing(path) { return nil }
      throw error
    } catch {
      return nil
    }
  }
}

extension RunFacts {
  /// The place of the run in an order in which it stands behind whatever supersedes it.
  fileprivate var rank: Rank {
    Rank(
      engine: engine,
      methods: methods.compactMap { Supersession.number(of: $0.version) }.reduce(0, +),
      begun: begun)
  }
}

/// A place in an order by engine, then by the sum of the numbers of methods, then by the journals.
private struct Rank: Comparable {
  let engine: Int
  let methods: Int
  let begun: Moment?

  static func < (left: Rank, right: Rank) -> Bool {
    if left.engine != right.engine { return left.engine < right.engine }
    if left.methods != right.methods { return left.methods < right.methods }
    guard let begun = left.begun, let other = right.begun else {
      return left.begun == nil && right.begun != nil
    }
    return begun < other
  }
}
