package import Support

/// The identifier of a person in the registry of researchers: `0000-0002-1825-0097`.
///
/// - SeeAlso: ISO 7064, MOD 11-2, by which the last of its sixteen characters follows from the
///   others.
package struct ORCID: Hashable, Sendable, Resolvable {
  /// Four groups of four characters.
  package let text: String

  /// Where the registry tells of the person.
  package var address: String { "https://orcid.org/\(text)" }

  package var resolved: JSONValue { .string(text) }

  /// Reads an identifier, with the address of the registry before it or without.
  static let type = JSONType<ORCID>(schema: ["type": "string", "pattern": .string(pattern)]) {
    node, report in
    guard let given = JSONType<String>.string.read(node, report) else { return nil }
    let host = ["https://orcid.org/", "http://orcid.org/"].first { given.hasPrefix($0) }
    let text = String(given.dropFirst(host.asList.joined().count))
    guard let digits = digits(text) else {
      report.error(
        "'\(given)' is no ORCID", at: node.place,
        help: "four groups of four digits, as 0000-0002-1825-0097; the last may be X")
      return nil
    }
    guard digits.last == check(digits.dropLast()) else {
      report.error(
        "the last character of the ORCID '\(text)' does not follow from the others",
        at: node.place, help: "a digit is wrong, or two have changed places")
      return nil
    }
    return ORCID(text: text)
  }

  private static let pattern =
    "^(https?://orcid\\.org/)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$"

  /// The values of the sixteen characters, ten for an X at the end; `nil` for another form.
  private static func digits(_ text: String) -> [Int]? {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard groups.count == 4, groups.allSatisfy({ $0.count == 4 }) else { return nil }
    let values = groups.joined().enumerated().compactMap { index, byte -> Int? in
      if index == 15, byte == UInt8(ascii: "X") { return 10 }
      return byte.isDigit ? Int(byte - UInt8(ascii: "0")) : nil
    }
    return values.count == 16 ? values : nil
  }

  /// The last character that follows from the others.
  private static func check(_ digits: some Sequence<Int>) -> Int {
    let total = digits.reduce(0) { ($0 + $1) * 2 % 11 }
    return (12 - total) % 11
  }
}
