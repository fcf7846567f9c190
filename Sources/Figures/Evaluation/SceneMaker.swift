import Numerics
import Support
import Tables

/// Makes the scenes of a figure.
struct SceneMaker {
  let spec: FigureSpec
  let tables: TableSet
  let notes = FigureNotes()

  /// How many figures one request gives at most.
  static let mostPages = 12

  init(_ spec: FigureSpec, _ tables: TableSet) {
    (self.spec, self.tables) = (spec, tables)
  }

  /// - Throws: `FigureFault` where there is nothing to draw.
  func scenes() throws(FigureFault) -> [Scene] {
    var layers: [LayerRows] = []
    for layer in spec.allLayers { layers.append(try LayerRows(layer, tables)) }
    let drawn = layers.filter { $0.table != nil }
    if !drawn.isEmpty, drawn.allSatisfy(\.rows.isEmpty) {
      throw FigureFault("no row is left to draw")
    }
    let series = try SeriesScale(layers)
    guard let pages = spec.pages else {
      return [try scene(nil, layers, series)]
    }
    let parts = try Partition(pages.value, over: layers, tables, most: nil, noun: "pages")
    if parts.labels.count > Self.mostPages {
      notes.add(
        "the first \(Self.mostPages) of \(parts.labels.count.grouped) are drawn; "
          + "\"where\": \"\(pages.value.canonicalText) == '…'\" names one")
    }
    var scenes: [Scene] = []
    let shown = min(parts.labels.count, Self.mostPages)
    for (label, part) in zip(parts.labels.prefix(shown), parts.parts(of: layers)) {
      scenes.append(try scene(label, part, series))
    }
    return scenes
  }

  /// One figure.
  private func scene(
    _ page: String?, _ layers: [LayerRows], _ series: SeriesScale
  ) throws(FigureFault) -> Scene {
    var facets: [(label: String?, layers: [LayerRows])] = [(nil, layers)]
    var isFaceted = false
    if let facet = spec.facet {
      let parts = try Partition(
        facet.value, over: layers, tables, most: spec.mostFacets, noun: "facet")
      facets = zip(parts.labels, parts.parts(of: layers)).map { ($0, $1) }
      isFaceted = facets.count > 1
    }
    let maker = BlockMaker(spec, tables, series, notes)
    let blocks = spec.allBlocks
    var made: [Block?] = []
    let density: Block.Density =
      spec.blocks.count > 4 ? .tiny : facets.count > 4 ? .small : .full
    for (place, block) in blocks.enumerated() {
      guard let block else {
        made.append(nil)
        continue
      }
      let start = blocks[..<place].compactMap(\.self).reduce(0) { $0 + $1.layerCount }
      let own = facets.map { facet in
        (facet.label, Array(facet.layers[start..<(start + block.layerCount)]))
      }
      made +=
        maker.blocks(
          block, own, density: density, isFaceted: isFaceted,
          isAlone: page == nil && !isFaceted) as [Block?]
    }
    var head = head(page, isFaceted ? nil : facets.first?.label, isFaceted, made.count)
    // The quality of a single block stands beside the title.
    if made.count == 1, let first = made[0]?.head.first, first.left.isEmpty, !head.isEmpty {
      head[0].right = first.right
      made[0]?.head.removeFirst()
    }
    let facetLabel = isFaceted ? nil : facets.first?.label
    let title = page.map { ModelTitle.text($0) } ?? spec.block.title
    let words = Self.plain(
      [title, facetLabel.map(ModelTitle.text), spec.block.subtitle].compactMap(\.self))
    return Scene(
      id: Self.id([spec.name.value, page].compactMap(\.self)),
      title: words.isEmpty ? AxisText.plain(spec.name.value) : words,
      summary: summary(layers, facets.count, isFaceted),
      size: spec.size,
      head: head,
      blocks: made,
      blocksPerRow: spec.across ?? Self.across(made.count, spec.size),
      key: density == .small ? maker.pageKey(layers) : [], notes: [])
  }

  private static func across(_ count: Int, _ size: FigureSize) -> Int {
    let most = size == .page ? (count > 4 ? 6 : 4) : (count > 4 ? 3 : 2)
    return max(1, min(count, most))
  }

  /// The lines over all blocks: what the figure is of.
  private func head(
    _ page: String?, _ facet: String?, _ isFaceted: Bool, _ blocks: Int
  ) -> [HeadLine] {
    // A figure of one block has its title there.
    guard let bold = page ?? (isFaceted || blocks > 1 ? spec.block.title : nil) else { return [] }
    var left = [HeadLine.Phrase(ModelTitle.text(bold), .heading, .ink, sample: nil)]
    if let rest = facet.map(ModelTitle.text) ?? spec.block.subtitle {
      left.append(.init(rest, .label, .ink, sample: nil))
    }
    return [HeadLine(left: left, right: [])]
  }

  /// Numbers from the data, as plain text.
  private func summary(_ layers: [LayerRows], _ facets: Int, _ isFaceted: Bool) -> String {
    var sentences: [String] = []
    if isFaceted { sentences.append("\(facets.grouped) panels side by side.") }
    var seen: Set<String> = []
    for layer in layers {
      guard let table = layer.table, let mark = layer.spec.mark?.value, mark != .rule,
        layer.spec.function == nil, seen.insert("\(mark)\(table.name)").inserted
      else { continue }
      var text = layer.rows.count.counted("row", "rows") + " of table \(table.name)"
      if let galaxies = table["galaxy"] {
        let count = Set(layer.rows.map { galaxies[$0] }).count
        text += ", \(count.counted("galaxy", "galaxies"))"
      }
      let doubtful = layer.rows.count(where: layer.isHollow)
      if doubtful > 0 { text += ", \(doubtful.grouped) on a bound" }
      if doubtful > 0, !layer.spec.isDistribution { text += ", which are hollow" }
      sentences.append(text + ".")
    }
    return sentences.joined(separator: " ")
  }

  private static func plain(_ parts: [String]) -> String {
    AxisText.plain(parts.joined(separator: ", "))
  }

  /// Small letters, digits and hyphens.
  static func id(_ parts: [String]) -> String {
    let text = parts.joined(separator: "-").lowercased()
    var id = ""
    for byte in text.utf8 {
      let isFine = (97...122).contains(byte) || (48...57).contains(byte)
      id += isFine ? String(UnicodeScalar(byte)) : id.hasSuffix("-") || id.isEmpty ? "" : "-"
    }
    while id.hasSuffix("-") { id.removeLast() }
    return id.isEmpty ? "figure" : id
  }
}

extension BlockSpec {
  /// How many layers it has with those of its panels.
  var layerCount: Int { allPanels.reduce(0) { $0 + $1.allLayers.count } }
}

extension FigureSpec {
  /// How many facets are shown, where `most` is of facets.
  var mostFacets: Int? { facet == nil ? nil : most }

  /// How many words an axis shows, where `most` is of these.
  var mostWords: Int? { facet == nil ? most : nil }
}
