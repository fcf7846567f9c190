import Support
import Tables

/// What stands over and under the blocks of a figure.
struct BlockHeads {
  private let block: BlockSpec
  private let facets: [(label: String?, layers: [LayerRows])]
  private let fitted: FittedValues?
  /// What tells the bounds where no values are shown.
  private let bounds: FittedValues?
  private let quality: [Double]?

  init(
    _ block: BlockSpec, _ facets: [(label: String?, layers: [LayerRows])], _ tables: TableSet
  ) {
    self.block = block
    self.facets = facets
    let table = facets.first.flatMap { Self.main($0.layers) }?.table
    fitted = table.map { FittedValues(block.values, over: $0, tables) }
    bounds = table.flatMap { table in
      block.quality.map { FittedValues([$0.value], over: table, tables) }
    }
    quality = table.flatMap { table in
      block.quality.map { ChannelValues($0.value, over: table, tables).numbers }
    }
  }

  /// The layer whose rows say the values: the first that reads a table.
  private static func main(_ layers: [LayerRows]) -> LayerRows? {
    layers.first { $0.table != nil && !$0.rows.isEmpty } ?? layers.first { $0.table != nil }
  }

  private func rows(_ facet: Int) -> [Int] {
    guard let main = Self.main(facets[facet].layers) else { return [] }
    return main.rows
  }

  /// The lines over a block.
  func lines(
    _ facet: Int, _ density: Block.Density, isFaceted: Bool, isAlone: Bool
  ) -> [HeadLine] {
    var left: [HeadLine.Phrase] = []
    if isFaceted, let label = facets[facet].label {
      left.append(.init(ModelTitle.text(label), .heading, .ink, sample: nil))
    } else if isAlone || !isFaceted && block.title != nil {
      if let title = block.title { left.append(.init(title, .heading, .ink, sample: nil)) }
      if let rest = block.subtitle { left.append(.init(rest, .label, .ink, sample: nil)) }
    }
    var right: [HeadLine.Phrase] = []
    // Strips have a quality each.
    let isPerRow = block.allPanels.contains { $0.rows != nil }
    if let quality, let row = rows(facet).first, !isPerRow, let expression = block.quality?.value {
      let isSmall = density != .full
      let value = FigureNumber.text(quality[row], digits: isSmall ? 2 : 3)
      let symbol = BlockMaker.symbol(expression)
      right.append(
        .init(
          isSmall ? "\(symbol) \(value)" : "\(symbol) = \(value)", isSmall ? .note : .label,
          isSmall ? .ink2 : .ink, sample: nil))
    }
    var lines = left.isEmpty && right.isEmpty ? [] : [HeadLine(left: left, right: right)]
    if let remark = block.remark {
      lines.append(HeadLine(left: [.init(remark, .note, .ink2, sample: nil)], right: []))
    }
    if density != .tiny, let sizes = SampleSizes.remark(facets[facet].layers) {
      lines.append(HeadLine(left: [.init(sizes, .note, .t2, sample: nil)], right: []))
    }
    return lines
  }

  /// The fitted values under the head.
  func values(_ facet: Int) -> [Block.Value] {
    guard let fitted else { return [] }
    return fitted.texts(rows(facet))
  }

  /// The bound that a small block names.
  func foot(_ facet: Int) -> [HeadLine] {
    guard let bound = bounds?.bound(rows(facet)) ?? fitted?.bound(rows(facet)) else { return [] }
    return [HeadLine(left: [.init(bound, .note, .t2, sample: nil)], right: [])]
  }
}
