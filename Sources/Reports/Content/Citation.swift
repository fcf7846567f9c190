/// A paper as texts of this program name it: `McGaugh, Lelli & Schombert 2016, PRL 117, 201101`.
struct Citation {
  let authors: [String]
  let hasMore: Bool
  let year: String
  let journal: String
  let volume: String
  let page: String
  let doi: String?
  /// What was read.
  let text: String

  /// Reads a citation.
  ///
  /// - Returns: `nil` if the text names no paper in that way.
  init?(_ text: String) {
    let parts = text.split(separator: ";")[0].split(separator: ",").map(Self.trimmed)
    guard let dated = parts.firstIndex(where: { Self.year(of: $0) != nil }),
      let year = Self.year(of: parts[dated]), parts.count > dated + 2
    else { return nil }
    let names = parts[...dated].joined(separator: ", ").dropLast(year.count)
    hasMore = names.contains("et al.")
    authors = names.replacing("et al.", with: "").replacing("&", with: ",").split(separator: ",")
      .map(Self.trimmed).filter { !$0.isEmpty }
    let place = parts[dated + 1].split(separator: " ")
    guard !authors.isEmpty, place.count >= 2 else { return nil }
    self.year = year
    volume = String(place[place.count - 1])
    journal = place.dropLast().joined(separator: " ")
    page = parts[dated + 2]
    doi = parts.first { $0.hasPrefix("doi ") }.map { String($0.dropFirst(4)) }
    self.text = text
  }

  /// What the entry is called in a bibliography: `McGaugh2016`.
  var key: String { "\(authors[0].filter(\.isLetter))\(year)" }

  /// Whether two texts name one paper.
  func isSamePaper(as other: Citation) -> Bool {
    (journal, volume, page, year) == (other.journal, other.volume, other.page, other.year)
  }

  /// The entry of a bibliography.
  func bibTeX(as key: String) -> String {
    let names = authors.map { "{\($0)}" } + (hasMore ? ["others"] : [])
    var fields = [
      ("author", names.joined(separator: " and ")), ("journal", journal), ("volume", volume),
      ("pages", page), ("year", year),
    ]
    if let doi { fields.append(("doi", doi)) }
    // An ampersand would end a cell where LaTeX sets it.
    let lines = fields.map { "  \($0.0) = {\($0.1.replacing("&", with: "\\&"))}" }
    return "@article{\(key),\n\(lines.joined(separator: ",\n"))\n}"
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The year that a text ends in.
  private static func year(of text: String) -> String? {
    let last = text.suffix(4)
    guard last.count == 4, last.allSatisfy(\.isNumber), text.dropLast(4).last == " " else {
      return nil
    }
    return String(last)
  }
}
