package import Support

/// A figure in the grammar.
///
/// One object says it all where there is one layer in one panel; `layers`, `panels` and `blocks`
/// have objects with the same keys, each of which inherits what is said around it.
package struct FigureSpec: Keyed {
  package static let keys: [ObjectKey<Self>] =
    [
      .required("name", \.name, JSONType.string.located, "what its file is called"),
      .value("size", \.size, .choice("size"), "column (86 mm) or page (178 mm)"),
    ] + BlockSpec.keys.map { $0.within(\.block) } + [
      .value(
        "blocks", \.blocks, BlockSpec.type.optional.list.atMost(100),
        "what stands side by side; null leaves a place empty"),
      .optional("facet", \.facet, JSONType.expression.located, "one block for each of its values"),
      .optional("pages", \.pages, JSONType.expression.located, "one figure for each of its values"),
      .optional(
        "most", \.most, .integer(in: 1...10_000),
        "how many facets or rows of words, evenly spread over the order"),
      .optional("across", \.across, .integer(in: 1...12), "how many blocks stand side by side"),
      .value("shared", \.isShared, .boolean, "whether facets have one scale"),
    ]

  package var name = Located("")
  package var size = FigureSize.column
  package var block = BlockSpec()
  package var blocks: [BlockSpec?] = []
  package var facet: Located<Expression>?
  package var pages: Located<Expression>?
  package var most: Int?
  package var across: Int?
  package var isShared = true

  package init() {}

  /// The blocks with all that they inherit.
  var allBlocks: [BlockSpec?] {
    blocks.isEmpty ? [block] : blocks.map { $0?.inheriting(block) }
  }

  /// Every layer with all that it inherits, in order.
  var allLayers: [LayerSpec] {
    allBlocks.compactMap(\.self).flatMap(\.allPanels).flatMap(\.allLayers)
  }
}

extension FigureSize: Resolvable {}
