package import Support
package import Tables

/// The answer to the question of a spec: a sentence whose numbers come from the run.
///
///     The RMS falls from {standard_rms.plain.rms:4} to {point_rms.plain.rms:4} dex.
///
/// It determines no result. `{{` and `}}` stand for braces.
package struct Answer: Sendable {
  /// The sentence as it was written.
  package let text: String
  private let parts: [Part]

  private enum Part: Sendable {
    case text(String)
    case value(AnswerValue)
  }

  /// An answer of a spec; what its numbers are is checked once the tables are known.
  static let type = JSONType<Answer>(schema: ["type": "string", "minLength": 1]) { node, report in
    guard let text = JSONType<String>.string.read(node, report) else { return nil }
    // After a mistake the rest is checked all the same.
    return Answer(text, in: ExpressionText(text, in: node.place), report)
  }

  /// The numbers, in their order.
  package var values: [AnswerValue] {
    parts.compactMap { part in
      guard case .value(let value) = part else { return nil }
      return value
    }
  }

  private init(_ text: String, in source: ExpressionText, _ report: InputReport) {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    let bytes = source.bytes
    var parts: [Part] = []
    var literal: [UInt8] = []
    func refuse(_ message: String, _ span: Range<Int>, _ help: String) {
      report.error(message, at: source.place(of: span), help: help)
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == open || byte == close, index + 1 < bytes.count, bytes[index + 1] == byte {
        literal.append(byte)
        index += 2
      } else if byte == open {
        guard let end = bytes[index...].firstIndex(of: close) else {
          refuse(
            "this brace is not closed", index..<index + 1,
            "a number is written {table.word.column}, a brace {{")
          break
        }
        if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
        literal = []
        if let value = AnswerValue(source, index + 1..<end, report) {
          parts.append(.value(value))
        } else {
        }
        index = end + 1
      } else {
        if byte == close {
          refuse("this brace closes nothing", index..<index + 1, "write }} for a brace")
        }
        literal.append(byte)
        index += 1
      }
    }
    if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
    (self.text, self.parts) = (text, parts)
  }

  /// Checks the numbers against the tables that the run will have.
  package func check(_ schemas: SchemaSet, _ report: InputReport) {
    for value in values { value.check(schemas, report) }
  }

  /// The columns of a table that it has numbers of.
  package func columns(of table: TableSchema) -> [String] {
    values.compactMap { $0.column(of: table) }
  }

  /// Fills the numbers in.
  ///
  /// - Parameter tables: The tables of the run.
  /// - Returns: The sentence, with what could not be found.
  package func filled(from tables: TableSet) -> FilledAnswer {
    FilledAnswer(
      parts: parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .value(let value): value.filled(from: tables)
        }
      })
  }
}
