import Datasets
import Runs
import Support

/// Which of the files that are at hand play which part in a dataset.
struct FileSelection {
  private let reader: any DatasetReader.Type
  private let settings: TableSettings

  /// A file that plays a part: its path in the folder or archive.
  typealias Candidate = (role: DatasetRole, name: String)

  /// The pattern of the files that a spec asks for; `nil` where names are those of the format.
  let pattern: FilePattern?

  init(reader: any DatasetReader.Type, settings: TableSettings) {
    self.reader = reader
    self.settings = settings
    let starred = settings.points.columns.compactMap { column -> String? in
      if case .fileName(let pattern) = column.source { pattern } else { nil }
    }
    pattern = (settings.files.asList + starred).first.map { FilePattern($0) }
  }

  /// How many folders down the files are.
  var depth: Int { (pattern ?? FilePattern("*")).depth }

  /// The part that a file plays by its name alone.
  func role(of fileName: String) -> DatasetRole? {
    let name = GzipFile.contentName(fileName)
    let catalogue = settings.catalogue?.name
    if let catalogue, [name, fileName].contains(catalogue) {
      return reader.roles.first { !$0.isRequired }
    }
    // Where the spec names the catalogue, no other file is it.
    let single = reader.roles.first {
      !$0.isRepeated && $0.matches(fileName: name) && ($0.isRequired || catalogue == nil)
    }
    if let single { return single }
    let many = reader.roles.first { $0.isRepeated }
    if let pattern { return pattern.matches(name) || pattern.matches(fileName) ? many : nil }
    return many.flatMap { $0.matches(fileName: name) ? $0 : nil }
  }

  /// The files that play a part; of several for a part that takes one, that of the first name.
  func candidates(among names: [String]) -> [Candidate] {
    let all = names.compactMap { name in role(of: name).map { Candidate($0, name) } }
    var best: [String: Candidate] = [:]
    for candidate in all where !candidate.role.isRepeated {
      let known = best[candidate.role.name].map { candidate.role.rank(of: $0.name) }
      if known.map({ candidate.role.rank(of: candidate.name) < $0 }) ?? true {
        best[candidate.role.name] = candidate
      }
    }
    return all.filter { candidate in
      candidate.role.isRepeated || best[candidate.role.name]?.name == candidate.name
    }
  }

  /// What is to be said of files that play no part, although their names nearly ask for one.
  ///
  /// - Parameters:
  ///   - names: All files.
  ///   - candidates: Those that play one.
  ///   - path: Where they are.
  /// - Returns: A sentence for each.
  func remarks(
    on names: [String], besides candidates: [Candidate], in path: String
  ) -> [String] {
    let taken = Set(candidates.map(\.name))
    return names.filter { !taken.contains($0) }.compactMap { name in
      guard let role = reader.roles.first(where: { $0.isNearly(fileName: name) }) else {
        return nil
      }
      return "'\(name)' in '\(path)' is passed over: \(role.summary) is called '\(role.fileName)'"
    }
  }
}
