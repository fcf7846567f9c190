import Records

/// The runs in a folder whose place others have taken.
struct SupersededRuns {
  /// A run that may go, and the one that stays for it.
  struct Pair {
    let old: RunEntry
    let new: RunEntry
    let reason: String
  }

  private let now: Moment

  init(at now: Moment) {
    self.now = now
  }

  /// Every run that another one supersedes which is not superseded itself, in the order of names.
  func pairs(among runs: [RunEntry]) -> [Pair] {
    let groups = Dictionary(grouping: runs) { run in
      [run.experiment, run.facts?.question ?? "", run.facts?.dataset ?? ""]
    }
    return groups.values.filter { $0.count > 1 }.flatMap(pairs(inGroup:))
      .sorted { $0.old.name < $1.old.name }
  }

  private func pairs(inGroup runs: [RunEntry]) -> [Pair] {
    var (pairs, staying) = ([Pair](), [RunEntry]())
    // What comes first here is superseded by nothing that comes after.
    for run in runs.sorted(by: isAhead(_:of:)) {
      let found = staying.lazy.compactMap { new in
        supersession(of: run, by: new).map { Pair(old: run, new: new, reason: $0.reason) }
      }.first
      if let found { pairs.append(found) } else { staying.append(run) }
    }
    return pairs
  }

  private func supersession(of old: RunEntry, by new: RunEntry) -> Supersession? {
    guard let before = old.facts, let after = new.facts else { return nil }
    return Supersession(of: before, by: after, at: now)
  }

  /// An order in which every run stands behind those that supersede it: by engine, then by the sum
  /// of the numbers of methods, then by the journals.
  private func isAhead(_ run: RunEntry, of other: RunEntry) -> Bool {
    guard let facts = run.facts, let others = other.facts else { return run.facts != nil }
    let (own, theirs) = (facts.rank, others.rank)
    if own != theirs { return own > theirs }
    return run.name < other.name
  }

  /// Looks again whether a pair is one, with both manifests read and held against their checksums
  /// and identities.
  ///
  /// - Throws: ``FileError`` if a file cannot be read.
  func isStill(_ pair: Pair) throws(FileError) -> Bool {
    guard let old = try checked(pair.old), let new = try checked(pair.new) else { return false }
    return Supersession(of: old, by: new, at: now) != nil
  }

  private func checked(_ entry: RunEntry) throws(FileError) -> RunFacts? {
    let stamps = RunStamps(in: entry.path)
    guard let run = try StoredRun(at: entry.path),
      (try? StoredRun.checkRecord(at: entry.path, of: run.manifest.identity)) != nil,
      (try? run.checkManifest()) != nil
    else { return nil }
    return RunFacts(run, stamps)
  }
}

extension RunFacts {
  /// Numbers that are larger, the first that differs deciding, for what supersedes this run.
  fileprivate var rank: Rank {
    Rank(
      engine: engine,
      methods: methods.reduce(0) { $0 + (Supersession.number(of: $1.version) ?? 0) },
      begun: begun)
  }
}

/// The place of a run in an order that agrees with supersession.
private struct Rank: Comparable {
  let engine: Int
  let methods: Int
  let begun: Moment?

  static func < (left: Rank, right: Rank) -> Bool {
    if left.engine != right.engine { return left.engine < right.engine }
    if left.methods != right.methods { return left.methods < right.methods }
    guard let begun = left.begun, let other = right.begun else {
      return right.begun != nil && left.begun == nil
    }
    return begun < other
  }
}
