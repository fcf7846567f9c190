/// Where the words of a parameter come from that no declaration can list: runs, tables, datasets.
package struct CompletionSource: Sendable {
  /// What was typed before the word, by the keys of parameters: `<run>`, `--runs`.
  package struct Context: Sendable {
    /// The command that was named.
    package let command: String
    private let values: [String: [String]]

    init(command: String, values: [String: [String]]) {
      self.command = command
      self.values = values
    }

    /// The words that were given for a parameter, in their order.
    package func words(of key: String) -> [String] { values[key, default: []] }
  }

  private let find: @Sendable (Context) throws -> Completion

  /// - Parameter find: Finds what may stand there; whatever it throws means that nothing is known.
  package init(_ find: @escaping @Sendable (Context) throws -> Completion) {
    self.find = find
  }

  /// Words that need no context.
  package init(words: @escaping @Sendable () throws -> [Completion.Word]) {
    self.init { _ in Completion(try words()) }
  }

  /// Files.
  package init(files: Completion.Files) {
    self.init { _ in Completion(files: files) }
  }

  func completion(in context: Context) -> Completion {
    do {
      return try find(context)
    } catch {
      // A line that is being typed is no place for a message: it comes when the line is run.
      return Completion()
    }
  }
}
