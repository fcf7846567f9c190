import Support
import Tables

/// Checks a figure against the tables of a spec, before anything runs.
struct FigureCheck {
  /// Every table of the spec, and those among them that the run keeps.
  let all: SchemaSet
  let kept: SchemaSet
  let report: InputReport
  /// Where the figure stands, for what is missing in it.
  let place: Place

  func check(_ spec: FigureSpec) {
    if !spec.blocks.isEmpty && !(spec.block.panels.isEmpty && spec.block.panel.layers.isEmpty) {
      report.error(
        "a figure has 'blocks', or 'panels' and 'layers', not both", at: place,
        help: "put these into the blocks")
    }
    for block in spec.allBlocks.compactMap(\.self) {
      if !block.panels.isEmpty && !block.panel.layers.isEmpty {
        report.error(
          "'panels' and 'layers' stand beside each other", at: place,
          help: "put the layers into the panels")
      }
      for panel in block.allPanels { for layer in panel.allLayers { check(layer, in: panel) } }
    }
    let layers = spec.allLayers
    let main = layers.lazy.compactMap { $0.isConstant ? nil : $0.table.flatMap(table) }.first
    guard let main else { return }
    if let facet = spec.facet { checkParts(facet, "facet", main) }
    if let pages = spec.pages { checkParts(pages, "pages", main) }
    for block in spec.allBlocks.compactMap(\.self) {
      for value in block.values { value.check(over: main, kept, report) }
      if let quality = block.quality {
        quality.value.check(over: main, kept, expecting: .number, report)
      }
      for panel in block.allPanels { if let rows = panel.rows { checkParts(rows, "rows", main) } }
    }
  }

  private func checkParts(_ expression: Located<Expression>, _ key: String, _ main: TableSchema) {
    let kind = expression.value.check(over: main, kept, report)
    guard case .word(let vocabulary?)? = kind, vocabulary.count > 10_000 else { return }
    report.error(
      "'\(key)' tells \(vocabulary.count.grouped) words apart, and there may be 10,000 at most",
      at: expression.place)
  }

  /// The schema of a table that the run keeps; mistakes are in the report.
  private func table(_ name: Located<String>) -> TableSchema? {
    if let schema = kept[name.value] { return schema }
    if all[name.value] != nil {
      report.error(
        "the figure reads table '\(name.value)', which 'outputs' does not keep", at: name.place,
        help: "add it to the tables of 'outputs'")
      return nil
    }
    let probe = InputReport(within: report)
    _ = all.reading(name, probe)
    guard probe.hasErrors else { return nil }
    report.error(
      "the figure needs table '\(name.value)', which the spec does not make", at: name.place,
      help: FigureNeed.advice(for: name.value) ?? all.names.advice(for: name.value))
    return nil
  }

  private func check(_ layer: LayerSpec, in panel: PanelSpec) {
    if let function = layer.function {
      function.value.check(in: PlaceNames(), expecting: .number, noun: "name", report)
      return
    }
    guard let mark = layer.mark else {
      report.error(
        "the figure does not say its mark", at: place,
        help: "choose from \(MarkKind.allCases.map(\.rawValue).joined(separator: ", "))")
      return
    }
    checkFit(layer, mark, panel)
    if layer.isConstant { return }
    guard let name = layer.table else {
      report.error("the figure does not say its table", at: place, help: "give it as 'table'")
      return
    }
    guard let schema = table(name) else { return }
    checkNames(layer, schema, panel)
  }

  private func checkNames(_ layer: LayerSpec, _ schema: TableSchema, _ panel: PanelSpec) {
    layer.condition?.check(over: schema, kept, expecting: .boolean, report)
    let names = TableNames(schema, kept)
    for channel in [layer.x, layer.y].compactMap(\.self) {
      for expression in channel.value.expressions {
        let kind = expression.check(over: schema, kept, report)
        guard kind == .boolean else { continue }
        report.error(
          "a channel shows numbers or words, not conditions", at: expression.root.place)
      }
    }
    for channel in [layer.xError, layer.yError].compactMap(\.self) {
      for expression in channel.value.expressions {
        expression.check(over: schema, kept, expecting: .number, report)
      }
    }
    if let text = layer.text { text.value.check(over: schema, kept, report) }
    if let order = layer.order, order.names.allSatisfy({ names.kind(of: $0) != nil }) {
      order.check(over: schema, kept, report)
    }
    let usesNumbers =
      layer.mark?.value == .cell || layer.summary?.value == .best
      || layer.summary?.value == .within
    if let colour = layer.colour {
      let kind = colour.value.check(
        over: schema, kept, expecting: usesNumbers ? .number : nil, report)
      if !usesNumbers { checkSeries("colour", colour, kind, layer) }
    }
    if let symbol = layer.symbol {
      checkSeries("symbol", symbol, symbol.value.check(over: schema, kept, report), layer)
    }
  }

  /// More values than looks, where it is known already.
  private func checkSeries(
    _ channel: String, _ expression: Located<Expression>, _ kind: ExpressionKind?,
    _ layer: LayerSpec
  ) {
    guard case .word(let vocabulary?)? = kind, vocabulary.count > Paint.most,
      layer.condition == nil, layer.outer.isEmpty, case .name = expression.value.root.kind
    else { return }
    report.error(
      "channel '\(channel)' tells \(Paint.most) values apart at most, and "
        + "'\(expression.value.canonicalText)' has \(vocabulary.count)", at: expression.place,
      help: "choose some with 'where', or use 'facet'")
  }

  /// Whether the channels are those that the mark can show.
  private func checkFit(
    _ layer: LayerSpec, _ mark: Located<MarkKind>, _ panel: PanelSpec
  ) {
    let kind = mark.value
    func needs(_ channels: String...) {
      let has: [String: Bool] = [
        "x": layer.x != nil, "y": layer.y != nil, "colour": layer.colour != nil,
        "text": layer.text != nil, "within": layer.tolerance != nil,
      ]
      let missing = channels.filter { has[$0] != true }
      if missing.isEmpty { return }
      report.error(
        "mark '\(kind.rawValue)' needs \(missing.map { "'\($0)'" }.joined(separator: " and "))",
        at: mark.place)
    }
    if let summary = layer.summary, !summary.value.marks.contains(kind) {
      let marks = summary.value.marks.map(\.rawValue).joined(separator: ", ")
      report.error(
        "mark '\(kind.rawValue)' cannot show '\(summary.value.rawValue)'", at: summary.place,
        help: "it is shown by \(marks)")
      return
    }
    for (name, channel) in [("x", layer.x), ("y", layer.y)] {
      guard let channel, channel.value.isPair, kind != .band, kind != .bar else { continue }
      if kind == .rule { continue }
      report.error(
        "mark '\(kind.rawValue)' takes one value as '\(name)', not two", at: channel.place,
        help: "a band goes from one to the other")
    }
    switch layer.summary?.value {
    case .best: return needs("x", "y", "colour")
    case .within: return needs("x", "y", "colour", "within")
    case .region: return needs("x", "y")
    case .share, .density, .count: if kind != .bar { return needs("x") }
    case .median, .mean: if kind == .rule { return needs(layer.x == nil ? "y" : "x") }
    case nil: break
    }
    switch kind {
    case .point, .line, .density: needs("x", "y")
    case .cell: needs("x", "y", "colour")
    case .band:
      let hasPair = layer.x?.value.isPair == true || layer.y?.value.isPair == true
      if !hasPair, layer.summary == nil {
        report.error(
          "mark 'band' needs two values as 'y', from one to the other",
          at: layer.y?.place ?? mark.place, help: "write \"y\": [\"low\", \"high\"]")
      }
    case .bar:
      if layer.summary?.value != .count || layer.y == nil { needs("x") }
      checkBar(layer, panel)
    case .rule:
      if layer.summary == nil,
        ![layer.x, layer.y].contains(where: { $0?.value.isConstant == true })
      {
        report.error(
          "mark 'rule' stands at a number", at: mark.place,
          help: "write \"y\": 0, or a summary such as \"median\"")
      }
    case .text: needs("text")
    }
  }

  /// Bars begin at zero, which an axis of decades does not have.
  private func checkBar(_ layer: LayerSpec, _ panel: PanelSpec) {
    let isCounted = layer.y == nil || layer.summary != nil
    let along = isCounted ? panel.scale.y : nil
    let isLog = along == .log || !isCounted && (panel.scale.y == .log || panel.scale.x == .log)
    if isLog {
      report.error(
        "bars start at zero, which a log axis does not have", at: layer.mark?.place ?? place,
        help: "draw points, or make the axis linear")
    }
  }
}

/// The one name that a function may use.
private struct PlaceNames: ExpressionNames {
  var names: [String] { ["x"] }
  func kind(of name: String) -> ExpressionKind? { name == "x" ? .number : nil }
}
