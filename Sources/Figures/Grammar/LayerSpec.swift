package import Support

/// What one layer of a panel draws: which rows, as what, and where.
///
/// Everything may be left out: a layer has what the panel, the block and the figure around it say.
package struct LayerSpec: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .optional("table", \.table, JSONType.string.located, "the table whose rows are drawn"),
    .optional(
      "where", \.condition, .expression,
      "the condition a row must meet; those around a layer hold too where its table has the columns"
    ),
    .optional(
      "mark", \.mark, JSONType<MarkKind>.choice("mark").located,
      MarkKind.allCases.map(\.rawValue).joined(separator: ", ")),
    .optional(
      "x", \.x, Channel.type.located,
      "expression or number; two for a zone; a text without is beside the panel"),
    .optional("y", \.y, Channel.type.located, "the same; two for a band, from one to the other"),
    .optional("e_x", \.xError, Channel.type.located, "error of x, or the two ends of its bar"),
    .optional("e_y", \.yError, Channel.type.located, "error of y, or the two ends of its bar"),
    .optional(
      "colour", \.colour, JSONType.expression.located,
      "words or whole numbers, at most eight; the value of a cell"),
    .optional(
      "symbol", \.symbol, JSONType.expression.located, "words or whole numbers, at most eight"),
    .optional("order", \.order, .expression, "what rows, facets and words are sorted by"),
    .optional("text", \.text, JSONType.expression.located, "what a text says of each row"),
    .optional(
      "function", \.function, JSONType.expression.located, "a formula over x, drawn as a line"),
    .optional(
      "summary", \.summary, JSONType<Summary>.choice("summary").located,
      "what is shown of many rows: \(Summary.allCases.map(\.rawValue).joined(separator: ", "))"),
    .optional(
      "spread", \.spread, .choice("spread"),
      "of a median or a mean: p16-p84, std, or resampled, the error from drawing galaxies"),
    .optional("bins", \.bins, Bins.type, "how many, their edges, or {\"width\": 0.1}"),
    .optional(
      "goal", \.goal, .choice("goal"), "whether the best is the maximum or the minimum"),
    .optional(
      "within", \.tolerance, .notNegative("a tolerance cannot be negative"),
      "what differs less from the best counts as nearly as good"),
    .optional(
      "paint", \.paint, PaintName.type, "the number of a series, or ink, ink2, ink3"),
    .optional("called", \.called, .string, "what it is called, beside it or in the key"),
  ]

  package var table: Located<String>?
  package var condition: Expression?
  package var mark: Located<MarkKind>?
  package var x: Located<Channel>?
  package var y: Located<Channel>?
  package var xError: Located<Channel>?
  package var yError: Located<Channel>?
  package var colour: Located<Expression>?
  package var symbol: Located<Expression>?
  package var order: Expression?
  package var text: Located<Expression>?
  package var function: Located<Expression>?
  package var summary: Located<Summary>?
  package var spread: Spread?
  package var bins: Bins?
  package var goal: Goal?
  package var tolerance: Double?
  package var paint: PaintName?
  package var called: String?
  /// The conditions around it, the outermost first.
  private(set) var outer: [Expression] = []

  /// What it is called; empty for nothing.
  var title: String { called ?? "" }

  package init() {}

  /// The same with what is not said here taken from around it.
  func inheriting(_ other: LayerSpec) -> LayerSpec {
    var result = self
    result.table = table ?? other.table
    result.mark = mark ?? other.mark
    // A text that says neither stands beside the panel, at the y of its rows.
    let isBeside = (mark ?? other.mark)?.value == .text && y == nil
    result.x = x ?? (isBeside ? nil : other.x)
    result.y = y ?? other.y
    result.xError = xError ?? (x == nil ? other.xError : nil)
    result.yError = yError ?? (y == nil ? other.yError : nil)
    result.colour = colour ?? (paint == nil ? other.colour : nil)
    result.symbol = symbol ?? (paint == nil ? other.symbol : nil)
    result.order = order ?? other.order
    result.text = text ?? other.text
    result.function = function ?? other.function
    result.summary = summary ?? other.summary
    result.spread = spread ?? other.spread
    result.bins = bins ?? other.bins
    result.goal = goal ?? other.goal
    result.tolerance = tolerance ?? other.tolerance
    result.paint = paint ?? (colour == nil ? other.paint : nil)
    result.called = called ?? other.called
    result.outer = other.outer + other.condition.asList
    return result
  }
}
