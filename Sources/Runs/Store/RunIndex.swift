import Support

/// What is remembered of the runs in a folder, beside them in `.index`, so that a look over
/// thousands need not read all their manifests.
///
/// It is never believed over the folders: an entry counts only where the stamps of all files that
/// it was made from are what they were. One that is damaged, missing, foreign or cannot be written
/// makes a look slower, never wrong.
struct RunIndex {
  /// What is remembered of one run.
  struct Entry: Equatable {
    let stamps: RunStamps
    let facts: RunFacts
  }

  /// How many runs have to be read before remembering them is worth a file.
  static let worth = 64

  /// What was changed as short a time before the index was written, ns, may have been changed
  /// again in the same tick of the clock.
  private static let tick = 2_000_000_000

  private static let name = ".index"

  private let path: String
  private(set) var entries: [String: Entry]

  /// Reads the index of a folder of runs.
  init(of root: String) {
    path = "\(root)/\(Self.name)"
    entries = [:]
    guard let stamp = FileStamp(of: path), let bytes = try? Files.read(path),
      let found = RunIndexText.entries(bytes)
    else { return }
    entries = found.filter { $0.value.stamps.changed < stamp.changed - Self.tick }
  }

  /// What is remembered of a run, if its files are what they were.
  func facts(of name: String, _ stamps: RunStamps?) -> RunFacts? {
    guard let stamps, let entry = entries[name], entry.stamps == stamps else { return nil }
    return entry.facts
  }

  /// Writes down what was read, and what was remembered of runs that are still there.
  ///
  /// A failure is passed over: what is not remembered is read again.
  func replace(
    keeping names: Set<String>, adding read: [String: (entry: RunEntry, stamps: RunStamps?)]
  ) {
    var entries = entries.filter { names.contains($0.key) }
    for (name, found) in read {
      entries[name] = found.stamps.flatMap { stamps in
        found.entry.facts.map { Entry(stamps: stamps, facts: $0) }
      }
    }
    try? Files.replace(path, with: RunIndexText.bytes(of: entries))
  }
}
