extension JSONType {
  /// A list that is a set: an entry that stands twice is refused at the place of the second, and is
  /// in the value once.
  ///
  /// - Parameters:
  ///   - noun: What an entry is called, in front of it; `nil` for nothing.
  ///   - text: What an entry is told apart by.
  /// - Returns: The type, of the same values.
  package func distinct<Entry>(
    _ noun: String?, by text: @escaping @Sendable (Entry) -> String
  ) -> JSONType where Value == [Entry] {
    JSONType(
      schema: .object(schema.entries + [.init("uniqueItems", true)]), words: words, parts: parts
    ) { node, report in
      guard let entries = read(node, report) else { return nil }
      let named = zip(entries, node.elements).map { ($0, Located(text($0), at: $1.place)) }
      return report.distinct(named, noun)
    }
  }
}

extension JSONType where Value == [Located<String>] {
  /// A list of words that is a set.
  package func distinct(_ noun: String?) -> JSONType {
    distinct(noun) { $0.value }
  }
}

extension InputReport {
  /// The entries of a list that is a set, each once; what stands twice is refused at the place of
  /// the second.
  ///
  /// - Parameters:
  ///   - entries: The entries, each with its text and its place.
  ///   - noun: What an entry is called, in front of it; `nil` for nothing.
  /// - Returns: The first of each, in their order.
  package func distinct<Entry>(
    _ entries: [(entry: Entry, text: Located<String>)], _ noun: String?
  ) -> [Entry] {
    var seen: Set<String> = []
    return entries.compactMap { entry, text in
      if seen.insert(text.value).inserted { return entry }
      let subject = [noun, "'\(text.value)'"].compactMap(\.self).joined(separator: " ")
      error("\(subject) stands twice", at: text.place, help: "remove one")
      return nil
    }
  }
}
