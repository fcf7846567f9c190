import Numerics
import Support
import Tables

/// Makes the blocks of a figure: one for each facet.
struct BlockMaker {
  private let spec: FigureSpec
  private let tables: TableSet
  private let series: SeriesScale
  private let notes: FigureNotes

  init(_ spec: FigureSpec, _ tables: TableSet, _ series: SeriesScale, _ notes: FigureNotes) {
    (self.spec, self.tables, self.series, self.notes) = (spec, tables, series, notes)
  }

  /// A panel before its y axis is known.
  private struct Draft {
    let maker: PanelMaker
    let marks: [Mark]
    let layers: [LayerRows]
    let extent: AxisExtent
    let isFirst: Bool
    let caption: [HeadLine.Phrase]
  }

  /// The blocks of the facets.
  ///
  /// - Parameters:
  ///   - block: What they show.
  ///   - facets: The layers of each, in the order of the block's panels.
  ///   - density: How much room there is.
  ///   - isFaceted: Whether there are several.
  ///   - isAlone: Whether a block says the title of the figure.
  /// - Returns: One block a facet.
  func blocks(
    _ block: BlockSpec, _ facets: [(label: String?, layers: [LayerRows])],
    density: Block.Density, isFaceted: Bool, isAlone: Bool
  ) -> [Block] {
    let panels = block.allPanels
    // One list of drafts for each panel of the spec; shape [panels][facets][rows].
    let drafts = panels.indices.map { place -> [[Draft]] in
      let start = panels[..<place].reduce(0) { $0 + $1.allLayers.count }
      let count = panels[place].allLayers.count
      let own = facets.map { Array($0.layers[start..<(start + count)]) }
      return self.drafts(panels[place], own, block)
    }
    let heads = self.heads(block, facets)
    return facets.indices.map { facet in
      var made: [Panel] = []
      for (panel, drafts) in zip(panels, drafts) {
        let shared = spec.isShared ? drafts.flatMap(\.self) : drafts[facet]
        for draft in drafts[facet] {
          let extent = Self.common(shared.map(\.extent), draft, panel)
          var result = draft.maker.panel(
            draft.marks, yDomain: draft.maker.y.domain(panel.domain.y, extent), draft.layers,
            tables, isFirst: draft.isFirst)
          result.captions += draft.caption
          if density != .full { result.y.hasGrid = false }
          if density == .tiny {
            // Only the outer panels of a matrix have texts at their ticks.
            if result.x.label.isEmpty { result.x.ticks = [] }
            if result.y.label.isEmpty { result.y.ticks = [] }
          }
          if density == .small { result.labels = .none }
          made.append(result)
        }
      }
      // In a matrix there is no room beside the label of y.
      var head = heads.lines(facet, density, isFaceted: isFaceted, isAlone: isAlone)
      if density == .tiny {
        if let captions = made.first?.captions, !captions.isEmpty {
          head.insert(HeadLine(left: captions, right: []), at: 0)
        }
        for panel in made.indices { made[panel].captions = [] }
      }
      return Block(
        head: head,
        values: density == .full ? heads.values(facet) : [], panels: made,
        share: block.share ?? 1, density: density,
        foot: density == .small ? heads.foot(facet) : [])
    }
  }

  /// The extent that panels share: of strips with one law each, that of the second best, so that
  /// one bad law does not flatten the others.
  private static func common(
    _ extents: [AxisExtent], _ draft: Draft, _ panel: PanelSpec
  ) -> AxisExtent {
    if panel.rows != nil, case .symmetric = panel.domain.y {
      let reaches = extents.map(\.reach).sorted()
      let reach: Double =
        switch reaches.count {
        case 0: 0
        case 1: reaches[0]
        default: reaches[1] * 1.2
        }
      return AxisExtent().reaching(reach)
    }
    return extents.reduce(into: AxisExtent()) { $0.add($1) }
  }

  /// The panels of each facet; shape `[facets][rows]`.
  private func drafts(
    _ panel: PanelSpec, _ facets: [[LayerRows]], _ block: BlockSpec
  ) -> [[Draft]] {
    let all = Self.union(facets)
    return facets.map { layers in
      let shared = spec.isShared ? all : layers
      let maker = PanelMaker(panel, shared, series, notes, most: spec.mostWords)
      var parts: [(String?, [LayerRows])] = [(nil, layers)]
      if let rows = panel.rows,
        let partition = try? Partition(rows.value, over: layers, tables, most: nil, noun: "rows")
      {
        parts = zip(partition.labels, partition.parts(of: layers)).map { ($0, $1) }
      }
      // A row of panels without data has none.
      let shown = parts.map { ($0.0, $0.1, maker.marks($0.1).filter { !$0.isEmpty }) }
        .filter { panel.rows == nil || $0.2.contains { !$0.isGiven } }
      return shown.enumerated().map { place, part in
        let marks = part.2
        return Draft(
          maker: maker, marks: marks, layers: part.1, extent: PanelMaker.extent(of: marks),
          isFirst: place == 0, caption: caption(part.0, part.1, block))
      }
    }
  }

  /// The name of a row of panels with its quality, in its tone; none for a panel without rows.
  private func caption(
    _ label: String?, _ layers: [LayerRows], _ block: BlockSpec
  ) -> [HeadLine.Phrase] {
    guard let label else { return [] }
    let coloured = layers.first { $0.colour != nil && !$0.rows.isEmpty }
    let tone = coloured.map { series.paint($0, $0.rows[0]).tone.text } ?? .ink
    var text = ModelTitle.text(label)
    if let quality = block.quality, let layer = layers.first(where: { $0.table != nil }),
      let table = layer.table, let row = layer.rows.first
    {
      let value = ChannelValues(quality.value, over: table, tables).numbers[row]
      text += ", \(Self.symbol(quality.value)) = \(FigureNumber.text(value, digits: 3))"
    }
    return [.init(text, .direct, tone, sample: nil)]
  }

  static func symbol(_ expression: Expression) -> String {
    QuantitySymbol.text(expression.names.first ?? expression.canonicalText)
  }

  /// The rows of all facets in one layer each.
  private static func union(_ facets: [[LayerRows]]) -> [LayerRows] {
    guard let first = facets.first else { return [] }
    if facets.count == 1 { return first }
    return first.indices.map { place in
      let layer = first[place]
      if layer.table == nil { return layer }
      let rows = Set(facets.flatMap { $0[place].rows }).sorted()
      return layer.keeping(rows)
    }
  }

  private func heads(
    _ block: BlockSpec, _ facets: [(label: String?, layers: [LayerRows])]
  ) -> BlockHeads {
    BlockHeads(block, facets, tables)
  }

  /// One line of key for a page of small blocks: the lines that are named, and what hollow means.
  func pageKey(_ layers: [LayerRows]) -> [KeyEntry] {
    var entries: [KeyEntry] = []
    var seen: Set<String> = []
    var hasHollow = false
    var hasPoints = false
    // What is drawn last lies on top, and is named first.
    for layer in layers.reversed() {
      if layer.spec.mark?.value == .point {
        hasPoints = true
        hasHollow = hasHollow || layer.rows.contains(where: layer.isHollow)
      }
      for (paint, label, _) in series.groups(layer)
      where !label.isEmpty && seen.insert(label).inserted {
        let isLine = layer.spec.mark?.value == .line || layer.spec.function != nil
        entries.append(
          KeyEntry(
            label, detail: "",
            isLine
              ? .line(paint, width: paint == .plain ? 1.4 : 0.9) : .point(paint, isHollow: false)))
      }
    }
    if hasHollow, hasPoints {
      entries.append(KeyEntry("a parameter on a bound", detail: "", .point(.plain, isHollow: true)))
    }
    return entries
  }
}

extension Mark {
  /// Whether it does not depend on rows.
  var isGiven: Bool {
    switch self {
    case .rule: true
    case .line(let line): line.x.count == 201
    default: false
    }
  }

  /// Whether it draws nothing.
  var isEmpty: Bool {
    switch self {
    case .point(let mark): mark.x.isEmpty
    case .line(let mark): mark.x.isEmpty
    case .band(let mark): mark.x.isEmpty
    case .bar(let mark): mark.from.isEmpty
    case .cell(let mark): mark.values.isEmpty
    case .density(let mark): mark.counts.isEmpty
    case .rule: false
    case .text(let mark): mark.texts.isEmpty
    }
  }
}
