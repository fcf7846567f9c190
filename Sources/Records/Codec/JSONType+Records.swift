import Support

extension JSONType where Value == JSONNode {
  /// Any value, read later.
  static let anything = JSONType(schema: true) { node, _ in node }
}

extension JSONType where Value == String {
  /// A name that is a single part of a path on every system.
  static func plainName(of noun: String) -> JSONType {
    string.map { text, node, report in
      let isPlain = text.utf8.allSatisfy { $0.isWordByte || "-.+".utf8.contains($0) }
      let isShort = text.utf8.count <= 100
      if isPlain, isShort, !text.isEmpty, !text.hasPrefix("."), !text.hasPrefix("-") { return text }
      report.error(
        "'\(text)' cannot be the name of a \(noun)", at: node.place,
        help:
          "up to 100 letters, digits, '_', '-', '+' and '.', and neither '-' nor '.' at the start")
      return nil
    }
  }

  /// An address that may be downloaded from.
  static let address = string.map { text, node, report in
    let isWeb = ["https://", "http://"].contains { text.hasPrefix($0) && text != $0 }
    if isWeb, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) { return text }
    report.error(
      "'\(text)' is not an address to download from", at: node.place,
      help: "it starts with https:// or http:// and has no blanks")
    return nil
  }
}

extension JSONType where Value == Fingerprint {
  /// A SHA-256 as it is written.
  static let fingerprint = JSONType<String>.string.map { text, node, report in
    if let fingerprint = Fingerprint(text) { return fingerprint }
    report.error(
      "'\(text)' is not a SHA-256", at: node.place, help: "it has 64 digits of 0 to 9 and a to f")
    return nil
  }
}
