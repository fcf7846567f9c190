import Support

extension Arguments {
  /// Matches words with parameters.
  ///
  /// `--` ends the options. A word that begins with a dash is an option, unless it is a dash alone
  /// or a negative number; a value that begins with a dash is written `--name=-value`, if
  /// the option does not allow it as it is.
  ///
  /// - Parameters:
  ///   - words: What follows the command.
  ///   - command: Its name, for ``line``.
  ///   - parameters: What it takes.
  /// - Throws: ``UsageError`` at the first word that fits nothing.
  /// - Precondition: Every parameter has a key of its own, and only the last positional one takes
  ///   several words.
  package init(
    _ words: [String], of command: String = "", for parameters: [any Parameter]
  ) throws(UsageError) {
    line = command.split(separator: " ").map(String.init) + words
    values = Dictionary(uniqueKeysWithValues: parameters.map { ($0.key, []) })
    var words = words[...]
    var plain: [String] = []
    while let word = words.popFirst() {
      if word == "--" {
        plain += words
        break
      } else if word.looksLikeOption {
        try read(word, &words, parameters.filter { !$0.form.isPositional })
      } else {
        plain.append(word)
      }
    }
    try assign(plain[...], to: parameters.filter(\.form.isPositional))
  }

  /// Reads an option and, if it has one, its value.
  private mutating func read(
    _ word: String, _ rest: inout ArraySlice<String>, _ options: [any Parameter]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let (given, value) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
    if value == nil, let (option, rest) = Self.attached(given, options) {
      if values[option.key]?.isEmpty == false { throw .repeated(option.key) }
      return try store(rest, option)
    }
    let key = options.first { $0.letter.map { "-\($0)" } == given }?.key ?? given
    guard let option = options.first(where: { $0.key == key }) else {
      let name = String(key.drop { $0 == "-" })
      let nearest = (options.map(\.name) + ["help"]).nearest(to: name)
      throw .unknownOption(key, nearest: nearest.map { $0.count == 1 ? "-\($0)" : "--\($0)" })
    }
    if option.form == .flag {
      if let value { throw .needlessValue(value, of: key) }
      values[key] = [true]
      return
    }
    if option.form == .option(isRepeatable: false), values[key]?.isEmpty == false {
      throw .repeated(key)
    }
    if let value { return try store(value, option) }
    guard let next = rest.first,
      !next.looksLikeOption || (option.allowsDash && !next.hasPrefix("--"))
    else {
      throw .missingValue(of: key, noun: option.noun)
    }
    try store(rest.removeFirst(), option)
  }

  /// The option and its value in a word like `-j4`; `nil` where the rest is no such value.
  private static func attached(
    _ word: String, _ options: [any Parameter]
  ) -> (option: any Parameter, value: String)? {
    let (letter, rest) = (word.dropFirst().first, String(word.dropFirst(2)))
    guard !rest.isEmpty, !word.hasPrefix("--"),
      let option = options.first(where: { $0.letter != nil && $0.letter == letter }),
      option.value(of: rest) != nil
    else { return nil }
    return (option, rest)
  }

  private mutating func assign(
    _ words: ArraySlice<String>, to positionals: [any Parameter]
  ) throws(UsageError) {
    var words = words
    for parameter in positionals {
      guard case .positionals(let minimum) = parameter.form else {
        if let word = words.popFirst() {
          try store(word, parameter)
        } else if parameter.form == .positional(isRequired: true) {
          throw .missing(parameter.label)
        }
        continue
      }
      guard words.count >= minimum else { throw .missing(parameter.label) }
      while let word = words.popFirst() { try store(word, parameter) }
    }
    if let word = words.first { throw .unexpected(word) }
  }

  private mutating func store(_ word: String, _ parameter: any Parameter) throws(UsageError) {
    guard let value = parameter.value(of: word) else {
      throw .unfit(
        word, parameter: parameter.key, expected: parameter.expectation,
        nearest: parameter.choices.nearest(to: word))
    }
    values[parameter.key, default: []].append(value)
  }
}

extension String {
  /// Whether the word begins with a dash and is neither a dash alone nor a negative number.
  fileprivate var looksLikeOption: Bool {
    guard hasPrefix("-"), let next = dropFirst().first else { return false }
    return !(next.isWholeNumber || next == ".")
  }
}
