import Support

/// What the header of an ECSV file declares: the delimiter, and names and units of the columns.
///
/// Of YAML only what astropy writes is read: a list of mappings, each on a line in braces or on
/// lines of its own.
///
/// - SeeAlso: Astropy Proposal for Enhancement 6, https://github.com/astropy/astropy-APEs.
struct ECSVDeclaration {
  let separator: TextSeparator
  /// The units by the names of the columns.
  private(set) var units: [String: DeclaredUnit] = [:]

  /// Reads the comments of a file.
  ///
  /// - Returns: `nil` if it does not say that it is ECSV.
  init?(_ text: DataText, _ comments: [Int], _ mistakes: Mistakes) {
    guard let first = comments.first, first == 1,
      text.text(text.span(ofLine: first)).hasPrefix("# %ECSV")
    else { return nil }
    var separator = TextSeparator.blanks
    var name: String?
    for line in comments.dropFirst() {
      var span = text.span(ofLine: line)
      span = text.trimmed(span.lowerBound + 1..<span.upperBound)
      let content = text.text(span)
      if let value = Self.value(of: "delimiter", in: content) {
        if value == "," { separator = .comma }
      }
      if content.hasPrefix("-") { name = nil }
      if let value = Self.value(of: "name", in: content) { name = value }
      if let value = Self.value(of: "unit", in: content), let name {
        units[name] = DeclaredUnit(value, at: span)
      }
      if content.hasPrefix("meta:") { break }
    }
    self.separator = separator
  }

  /// The value of a key in a line such as `- {name: radius, unit: kpc, datatype: float64}`.
  private static func value(of key: String, in line: String) -> String? {
    var search = line[...]
    while let found = search.firstRange(of: "\(key):") {
      let isFirst = found.lowerBound == line.startIndex
      let before = isFirst ? " " : line[line.index(before: found.lowerBound)]
      search = line[found.upperBound...]
      guard " {,-".contains(before), isKey(line[..<found.lowerBound]) else { continue }
      var rest = search
      while rest.first == " " { rest.removeFirst() }
      if let quote = rest.first, quote == "'" || quote == "\"" {
        rest.removeFirst()
        return rest.firstIndex(of: quote).map { String(rest[..<$0]) }
      }
      var value = rest.prefix { $0 != "," && $0 != "}" }
      while value.last == " " { value.removeLast() }
      return String(value)
    }
    return nil
  }

  /// Whether a key may stand behind the beginning of a line: outside quotes, and in a line without
  /// braces at its start alone, since a description may hold anything.
  private static func isKey(_ beginning: Substring) -> Bool {
    let isQuoted = ["'", "\""].contains { (quote: Character) in
      beginning.count { $0 == quote } % 2 == 1
    }
    if isQuoted { return false }
    return beginning.contains("{") || beginning.allSatisfy { " -".contains($0) }
  }
}
