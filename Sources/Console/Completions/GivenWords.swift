/// The words of a command line before one that is being typed, matched with parameters as far as
/// they fit.
struct GivenWords {
  /// The words that were given, by the key of their parameter; a flag has an empty word.
  private(set) var values: [String: [String]] = [:]
  /// The option whose value comes next, if one does.
  private(set) var open: (any Parameter)?
  /// Whether `--` has ended the options.
  private(set) var areOptionsOver = false
  private var positionals: [any Parameter]
  private let options: [any Parameter]

  init(_ words: ArraySlice<String>, _ parameters: [any Parameter]) {
    positionals = parameters.filter(\.form.isPositional)
    options = parameters.filter { !$0.form.isPositional }
    for word in words { take(word) }
  }

  /// The parameter that a plain word would be given to; `nil` if none is left.
  var nextPositional: (any Parameter)? { positionals.first }

  /// The option of a name or a letter: `--jobs`, `-j`.
  func option(named word: String) -> (any Parameter)? {
    options.first { $0.key == word || $0.letter.map { "-\($0)" } == word }
  }

  private mutating func take(_ word: String) {
    if let option = open {
      open = nil
      values[option.key, default: []].append(word)
    } else if !areOptionsOver, word == "--" {
      areOptionsOver = true
    } else if !areOptionsOver, word.hasPrefix("-"), word != "-" {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = option(named: String(parts[0])) else { return }
      if parts.count == 2 {
        values[option.key, default: []].append(String(parts[1]))
      } else if option.form == .flag {
        values[option.key] = [""]
      } else {
        open = option
      }
    } else if let positional = positionals.first {
      values[positional.key, default: []].append(word)
      if case .positionals = positional.form { return }
      positionals.removeFirst()
    }
  }
}
