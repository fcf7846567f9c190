package import Support

/// Panels that share their x axis, with a head.
package struct BlockSpec: Keyed {
  package static let keys: [ObjectKey<Self>] =
    PanelSpec.keys.map { $0.within(\.panel) } + [
      .value(
        "panels", \.panels, PanelSpec.type.list.atMost(20), "stacked panels that share their x"),
      .optional("title", \.title, .string, "the heading"),
      .optional("subtitle", \.subtitle, .string, "what stands behind the heading, not bold"),
      .optional("remark", \.remark, .string, "a line under the heading"),
      .value(
        "values", \.values, JSONType.expression.list.atMost(40),
        "columns under the heading, each with its error e_… and its bound"),
      .optional("quality", \.quality, JSONType.expression.located, "the value at the right of it"),
      .optional("share", \.share, .positive, "its part of the width, 1 for an equal one"),
    ]

  package var panel = PanelSpec()
  package var panels: [PanelSpec] = []
  package var title: String?
  package var subtitle: String?
  package var remark: String?
  package var values: [Expression] = []
  package var quality: Located<Expression>?
  package var share: Double?

  package init() {}

  /// The panels with all that they inherit.
  var allPanels: [PanelSpec] {
    panels.isEmpty ? [panel] : panels.map { $0.inheriting(panel) }
  }

  /// The same with what is not said here taken from the figure.
  func inheriting(_ other: BlockSpec) -> BlockSpec {
    var result = self
    result.panel = panel.inheriting(other.panel)
    result.values = values.isEmpty ? other.values : values
    result.quality = quality ?? other.quality
    result.share = share ?? other.share
    return result
  }
}
