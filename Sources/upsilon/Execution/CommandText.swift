import Console
import Runs

/// A command line as a journal has it: nothing of it tells where somebody's files are.
enum CommandText {
  /// The line, with words in quotes that a shell would take apart.
  static func text(_ words: [String]) -> String {
    (["upsilon"] + words.map { withoutFolders($0).asShellWord }).joined(separator: " ")
  }

  /// A word without the folders of the path that it is, or has in it.
  private static func withoutFolders(_ word: String) -> String {
    guard word.contains("/"), ShardRequest(argument: word) == nil else { return word }
    guard let equals = word.firstIndex(of: "=") else { return Files.name(of: word) }
    let (key, value) = (word[..<equals], String(word[word.index(after: equals)...]))
    if key.hasPrefix("-") { return "\(key)=\(withoutFolders(value))" }
    // Of the keys of a spec that '--set' changes, those of the dataset have paths.
    guard key.hasPrefix("dataset"), let slash = value.lastIndex(of: "/") else { return word }
    return "\(key)=…\(value[slash...])"
  }
}
