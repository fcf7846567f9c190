extension JSONParser {
  /// The value of a text that nobody typed; `nil` if it is no JSON.
  package static func value(of bytes: [UInt8]) -> JSONValue? {
    let report = InputReport()
    let node = parse(SourceText(name: "", bytes: bytes), report)
    return report.hasErrors ? nil : node?.plain
  }
}
