/// A formula over the columns of a table, as a person writes it in a spec.
///
/// Numbers, words in single quotes, columns, `+ - * / ^`, comparisons, `and or not` and the
/// functions of ``ExpressionFunction``. There are no loops and there is no input or output, so that
/// every expression ends. Expressions are equal when their trees are; white space and redundant
/// parentheses do not count.
package struct Expression: Sendable, CustomStringConvertible {
  /// How high a tree may be; a chain of operators is as high as it is long.
  package static let greatestHeight = 200

  /// How many bytes an expression may have.
  package static let longest = 100_000

  /// How deep parentheses, calls and signs may be nested, so that a thread's small stack suffices.
  package static let deepestNesting = 100

  /// The text as it was written.
  package let text: String
  package let root: ExpressionNode
  /// The whole of it; in a JSON file with its quotes.
  package let place: Place

  /// Reads the text of a JSON string.
  ///
  /// Returns `nil` when there are mistakes; each is in the report at its own place.
  package init?(parsing node: JSONNode, _ report: InputReport) {
    guard let text = node.string else {
      report.error("expected an expression as text, not \(node.kind)", at: node.place)
      return nil
    }
    self.init(ExpressionText(text, in: node.place), report)
  }

  /// Reads a whole source.
  ///
  /// Returns `nil` when there are mistakes; each is in the report at its own place.
  package init?(parsing source: SourceText, _ report: InputReport) {
    if let invalid = firstInvalidUTF8(in: source.bytes) {
      report.error("the text is not UTF-8", at: Place(source, invalid..<invalid + 1))
      return nil
    }
    self.init(ExpressionText(source), report)
  }

  private init?(_ text: ExpressionText, _ report: InputReport) {
    if text.bytes.count > Self.longest {
      report.error(
        "an expression has at most \(Self.longest.grouped) letters", at: text.place,
        help: "split it into several")
      return nil
    }
    guard let root = ExpressionParser.parse(text, report) else { return nil }
    self.text = String(decoding: text.bytes, as: UTF8.self)
    self.root = root
    self.place = text.place
  }

  /// The condition that every row meets.
  package static let always = Expression(
    root: ExpressionNode(.boolean(true), at: .nowhere), text: "true", place: .nowhere)

  /// A part of an expression as one of its own.
  package init(part node: ExpressionNode) {
    self.init(root: node, text: node.canonicalText, place: node.place)
  }

  private init(root: ExpressionNode, text: String, place: Place) {
    self.root = root
    self.text = text
    self.place = place
  }

  /// The one spelling of this expression, for identities and tables.
  package var canonicalText: String { root.canonicalText }

  package var description: String { canonicalText }

  /// The names that the expression mentions, in the order of their first use.
  package var names: [String] {
    var seen: Set<String> = []
    return root.names.map(\.value).filter { seen.insert($0).inserted }
  }
}

extension Expression: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.root == right.root
  }
}

extension JSONType where Value == Expression {
  /// An expression as text; names and kinds are checked later, when the table is known.
  package static let expression = JSONType(
    schema: ["type": "string", "minLength": 1, "maxLength": .number(Double(Expression.longest))],
    words: "expression"
  ) {
    Expression(parsing: $0, $1)
  }
}

extension JSONType where Value == [Expression] {
  /// A list of expressions that is a set: two are one if their canonical texts are.
  package func distinct(_ noun: String?) -> JSONType {
    distinct(noun) { $0.canonicalText }
  }
}
