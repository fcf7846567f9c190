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
    var remembered: [String: RunEntry] = [:]
    for name in names where index.entries[name] != nil {
      let path = "\(root)/\(name)"
      guard let facts = index.facts(of: name, RunStamps(in: path)) else { continue }
      remembered[name] = RunEntry(path: path, facts: facts, damage: "")
    }
    let read = RunReading(root: root).entries(names.filter { remembered[$0] == nil })
    let lasting = read.values.count { $0.stamps != nil && $0.entry.facts != nil }
    if lasting >= RunIndex.worth {
      index.replace(keeping: Set(all), adding: read)
    }
    return names.compactMap { remembered[$0] ?? read[$0]?.entry }
  }

  /// The names in the folder that may be those of runs.
  func names() throws(FileError) -> [String] {
    guard Files.exists(root) else { return [] }
    return try FolderEntries(of: root).names.filter { !$0.hasPrefix(".") }
  }
}
