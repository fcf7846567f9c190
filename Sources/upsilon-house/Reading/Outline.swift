/// What a Swift file declares, imports and names, as far as its words tell.
package struct Outline: Sendable {
  /// A type or the name of one, where it is declared.
  struct Declaration: Equatable {
    let name: String
    /// The types around it, outermost first; empty at the top of a file.
    let enclosing: [String]
    /// Whether no other file sees it.
    let isPrivate: Bool
  }

  /// A word that may name a type.
  struct Mention {
    let name: String
    /// The module in `Module.Name`.
    let module: String?
    let line: Int
    /// The types around it, outermost first.
    let enclosing: [String]
  }

  struct Import {
    let module: String
    let line: Int
  }

  private(set) var declarations: [Declaration] = []
  private(set) var mentions: [Mention] = []
  private(set) var imports: [Import] = []
  /// Names of local types and of generic parameters: in this file they name no other type.
  private(set) var locals: Set<String> = []

  /// What a pair of braces belongs to.
  private enum Scope {
    case type([String])
    case body
  }

  package init(of text: String) {
    read(SwiftWords.words(of: text))
  }

  private mutating func read(_ words: [SwiftWords.Word]) {
    var scopes: [Scope] = []
    var pending: [String]?
    for (index, word) in words.enumerated() {
      switch word.text {
      case "{":
        scopes.append(pending.map(Scope.type) ?? .body)
        pending = nil
      case "}":
        _ = scopes.popLast()
      case "import":
        readImport(words, index)
      case "func", "init", "subscript":
        locals.formUnion(parameters(words, index))
      case "struct", "enum", "class", "actor", "protocol", "typealias", "associatedtype":
        guard declares(words, index) else { continue }
        let path = declare(words, index, in: scopes)
        if !["typealias", "associatedtype"].contains(word.text) { pending = path }
      case "extension":
        guard declares(words, index) else { continue }
        pending = Self.dotted(words, from: index + 1)
      default: mention(words, index, in: scopes)
      }
    }
  }

  private mutating func readImport(_ words: [SwiftWords.Word], _ index: Int) {
    var next = index + 1
    let kinds = ["struct", "enum", "class", "actor", "protocol", "typealias", "func", "var", "let"]
    if next < words.count, kinds.contains(words[next].text) { next += 1 }
    guard next < words.count else { return }
    imports.append(Import(module: words[next].text, line: words[next].line))
  }

  /// Whether the keyword at a place declares something: no member, no `class func`, no import.
  private func declares(_ words: [SwiftWords.Word], _ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    let before = index > 0 ? words[index - 1].text : ""
    let after = words[index + 1].text
    let isName = after.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    return isName && before != "." && before != "import"
      && !["func", "var", "let", "subscript", "override"].contains(after)
  }

  /// Keeps a declaration and the names of its generic parameters.
  ///
  /// - Returns: The types around what stands in its braces, itself the last.
  private mutating func declare(
    _ words: [SwiftWords.Word], _ index: Int, in scopes: [Scope]
  ) -> [String] {
    let name = words[index + 1].text
    let enclosing = Self.enclosing(scopes)
    let path = enclosing + [name]
    if case .body = scopes.last {
      locals.insert(name)
      return path
    }
    let modifiers = words[..<index].reversed().prefix { Self.modifiers.contains($0.text) }
    declarations.append(
      Declaration(
        name: name, enclosing: enclosing,
        isPrivate: modifiers.contains { $0.text.hasSuffix("private") }))
    let parameters = parameters(words, index)
    locals.formUnion(parameters)
    for parameter in parameters {
      declarations.append(Declaration(name: parameter, enclosing: path, isPrivate: false))
    }
    return path
  }

  private static let modifiers = [
    "private", "fileprivate", "package", "public", "internal", "final", "indirect",
  ]

  /// The names in the angle brackets behind the name that is declared at a place.
  private func parameters(_ words: [SwiftWords.Word], _ index: Int) -> [String] {
    let places = words.indices.clamped(to: index + 1..<index + 3)
    guard let start = places.first(where: { words[$0].text == "<" }) else { return [] }
    var (names, depth): ([String], Int) = ([], 0)
    for (word, next) in zip(words[start...], words[start...].dropFirst()) {
      if word.text == "<" { depth += 1 }
      if word.text == ">" { depth -= 1 }
      if depth == 0 { break }
      if depth == 1, ["<", ",", "let", "each"].contains(word.text) { names.append(next.text) }
    }
    return names
  }

  private mutating func mention(_ words: [SwiftWords.Word], _ index: Int, in scopes: [Scope]) {
    let word = words[index]
    guard word.text.unicodeScalars.first?.properties.isUppercase == true else { return }
    var module: String?
    if index > 1, words[index - 1].text == "." {
      guard index < 3 || words[index - 3].text != "." else { return }
      module = words[index - 2].text
    }
    mentions.append(
      Mention(
        name: word.text, module: module, line: word.line, enclosing: Self.enclosing(scopes)))
  }

  private static func enclosing(_ scopes: [Scope]) -> [String] {
    for case .type(let path) in scopes.reversed() { return path }
    return []
  }

  /// `A.B` as a path.
  private static func dotted(_ words: [SwiftWords.Word], from start: Int) -> [String] {
    var (path, index) = ([words[start].text], start + 1)
    while index + 1 < words.count, words[index].text == "." {
      path.append(words[index + 1].text)
      index += 2
    }
    return path
  }
}
