package import Support

/// A kind of record that is a file of its own: JSON, most with a version in front.
package struct RecordFormat<Record: Sendable>: Sendable {
  /// What a file of this kind is called.
  let noun: String
  /// How the version is told; `nil` for a kind without one.
  let version: RecordVersion<Record>?
  let codec: RecordCodec<Record>

  init(
    _ noun: String, version: RecordVersion<Record>?, _ codec: RecordCodec<Record>
  ) {
    self.noun = noun
    self.version = version
    self.codec = codec
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: Its content.
  ///   - report: Takes everything that is wrong.
  /// - Returns: The record; `nil` if the report has a mistake.
  package func record(of source: SourceText, _ report: InputReport) -> Record? {
    let found = InputReport()
    let record = JSONParser.parse(source, found).flatMap { self.record(of: $0, found) }
    report.add(found)
    return found.hasErrors ? nil : record
  }

  /// Reads the value that a file holds.
  package func record(of node: JSONNode, _ report: InputReport) -> Record? {
    if let version, node.members != nil, !isRead(node, version, report) { return nil }
    return codec.read(node, report)
  }

  private func isRead(
    _ node: JSONNode, _ version: RecordVersion<Record>, _ report: InputReport
  ) -> Bool {
    guard let found = node[version.key] else {
      report.error(
        "missing key '\(version.key)'", at: JSONObject.opening(of: node),
        help: "a \(noun) of this program has \"\(version.key)\": \(version.numbers.upperBound)")
      return false
    }
    guard let number = JSONType<Int>.integer(from: 1).read(found, report) else { return false }
    if version.numbers.contains(number) { return true }
    report.error(
      "unknown version \(number) of the \(noun)", at: found.place,
      help: "this program reads \(version.words)")
    return false
  }

  /// The record as its file has it.
  package func json(_ record: Record) -> JSONValue {
    let written = codec.write(record)
    guard let version, case .object(let members) = written else { return written }
    return .object([.init(version.key, .number(Double(version.number(record))))] + members)
  }
}
