package import Support
package import Tables

/// One set of axes: what is drawn in it, and its axes.
package struct PanelSpec: Keyed {
  package static let keys: [ObjectKey<Self>] =
    LayerSpec.keys.map { $0.within(\.layer) } + [
      .value("layers", \.layers, LayerSpec.type.list.atMost(40), "what is drawn, the lowest first"),
      .value("scale", \.scale, AxisScales.type, "linear, log or symlog: {\"x\": \"log\"}"),
      .value("domain", \.domain, AxisDomains.type, "ends of the axes: {\"x\": [0, 10]}"),
      .value("label", \.label, AxisLabels.type, "labels of the axes: {\"x\": \"*R* (kpc)\"}"),
      .optional(
        "height", \.height, PanelHeight.type, "in points, or equal: a unit is as long as one of x"),
      .optional(
        "labels", \.labels, .choice("place"),
        "where series are named: beside, key, side, counts, none"),
      .optional("rows", \.rows, JSONType.expression.located, "one panel for each value, stacked"),
      .value(
        "facts", \.facts, Statistic.type.list.atMost(4),
        "statistics of y over the panel: rms, median"),
      .optional("note", \.note, .string, "words inside the panel"),
    ]

  package var layer = LayerSpec()
  package var layers: [LayerSpec] = []
  package var scale = AxisScales()
  package var domain = AxisDomains()
  package var label = AxisLabels()
  package var height: PanelHeight?
  package var labels: SeriesLabels?
  package var rows: Located<Expression>?
  package var facts: [Statistic] = []
  package var note: String?

  package init() {}

  /// The layers with all that they inherit.
  var allLayers: [LayerSpec] {
    layers.isEmpty ? [layer] : layers.map { $0.inheriting(layer) }
  }

  /// The same with what is not said here taken from around it.
  func inheriting(_ other: PanelSpec) -> PanelSpec {
    var result = self
    result.layer = layer.inheriting(other.layer)
    result.scale = scale.inheriting(other.scale)
    result.domain = domain.inheriting(other.domain)
    result.label = label.inheriting(other.label)
    result.height = height ?? other.height
    result.labels = labels ?? other.labels
    result.rows = rows ?? other.rows
    result.facts = facts.isEmpty ? other.facts : facts
    result.note = note ?? other.note
    return result
  }
}
