extension String {
  /// The text as one word of a line for the shell.
  ///
  /// What needs no quotes has none; double quotes come before single ones, as a command in a
  /// sentence stands in single quotes itself.
  package var asShellWord: String {
    if !isEmpty, utf8.allSatisfy(\.isPlainInShell) { return self }
    let isSafeInside = !utf8.contains { #"$`\"!"#.utf8.contains($0) }
    return isSafeInside ? "\"\(self)\"" : "'\(replacing("'", with: #"'\''"#))'"
  }
}

extension UInt8 {
  /// Whether a shell takes the byte as it is, wherever in a word it stands.
  fileprivate var isPlainInShell: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "_-./:=,+@%".utf8.contains(self)
    }
  }
}
