extension RunStore {
  /// Every complete run, sorted by name.
  package func runs() throws(FileError) -> [RunEntry] {
    try entries().filter { $0.facts != nil }
  }

  /// Every folder that is or was a run, sorted by name.
  ///
  /// - Parameter isWanted: Which folders to look at, by their names.
  /// - Throws: ``FileError`` if the folder of runs cannot be read.
  /// - Returns: What is known of each.
  package func entries(
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(FileError) -> [RunEntry] {
    let all = try names()
    let names = all.filter(isWanted)
    if names.isEmpty { return [] }
    let index = RunIndex(of: root)
    var (found, remembered) = ([RunEntry](), [String: RunIndex.Entry]())
    var readCount = 0
    for name in names {
      let path = "\(root)/\(name)"
      let stamps = RunStamps(in: path)
      var facts = index.facts(of: name, stamps)
      if facts == nil, let folder = RunFolder(at: path) {
        guard let run = folder.run else {
          found.append(RunEntry(path: folder.path, facts: nil, damage: folder.damage))
          continue
        }
        facts = RunFacts(run, stamps)
        readCount += 1
      }
      guard let facts else { continue }
      found.append(RunEntry(path: path, facts: facts, damage: ""))
      if let stamps { remembered[name] = RunIndex.Entry(stamps: stamps, facts: facts) }
    }
    if readCount >= RunIndex.worth {
      let known = Set(all)
      index.replace(
        with: index.entries.filter { known.contains($0.key) }.merging(remembered) { $1 })
    }
    return found
  }

  /// The names in the folder that may be those of runs.
  func names() throws(FileError) -> [String] {
    guard Files.exists(root) else { return [] }
    return try Files.names(in: root).filter { !$0.hasPrefix(".") }
  }
}
