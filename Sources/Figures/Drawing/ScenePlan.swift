/// The blocks of a scene in rows and columns, with the width of each column.
struct ScenePlan {
  let scene: Scene
  private(set) var rows: [[BlockPlan?]]
  private let columns: Int
  private var starts: [Double] = []

  /// As many columns as the scene wants, or fewer if panels would be too narrow to be read.
  static func fitted(_ scene: Scene) -> ScenePlan {
    var columns = Swift.max(1, Swift.min(scene.blocksPerRow, scene.blocks.count))
    while true {
      var plan = ScenePlan(scene, columns: columns)
      let narrowest = plan.fit(to: scene.size.points)
      if columns == 1 || narrowest >= (plan.density == .tiny ? 12 : 24) { return plan }
      columns -= 1
    }
  }

  private init(_ scene: Scene, columns: Int) {
    self.scene = scene
    self.columns = columns
    let blocks = scene.blocks
    rows = stride(from: 0, to: blocks.count, by: columns).map { from in
      (from..<(from + columns)).map { index in
        guard index < blocks.count, let block = blocks[index] else { return nil }
        return Self.plan(block, at: index, blocks, columns)
      }
    }
  }

  /// What neighbours share is written once: y at the left of a row, x at the bottom of a column.
  private static func plan(
    _ block: Block, at index: Int, _ blocks: [Block?], _ columns: Int
  ) -> BlockPlan {
    let row = index / columns * columns
    let mates = blocks[row..<Swift.min(row + columns, blocks.count)].compactMap(\.self)
    let hasLeft = index > row && blocks[index - 1] != nil
    let sharesY = hasLeft && mates.allSatisfy { $0.panels.map(\.y) == block.panels.map(\.y) }
    let hasSameLabels =
      hasLeft && mates.allSatisfy { $0.panels.map(\.y.label) == block.panels.map(\.y.label) }
      && block.density != .full
    let column = stride(from: index % columns, to: blocks.count, by: columns)
    let stack = column.compactMap { blocks[$0] }
    let hasBelow = index + columns < blocks.count && blocks[index + columns] != nil
    let x = block.panels.last?.x
    let sharesX =
      hasBelow && block.density != .full
      && stack.allSatisfy { $0.panels.last?.x == x && $0.foot.isEmpty }
    return BlockPlan(
      block, hidesX: sharesX, hidesY: sharesY, hasSameLabels: hasSameLabels || sharesY)
  }

  private var density: Block.Density {
    rows.joined().compactMap { $0?.block.density }.first ?? .full
  }

  /// What stays free between blocks.
  private var gaps: (across: Double, along: Double) {
    let isShared = rows.joined().contains { $0?.plans.first?.hidesY == true }
    switch density {
    case .full: return (isShared ? 9 : 14, 12)
    case .small: return (isShared ? 7 : 3.5, 6)
    case .tiny: return (5, 5)
    }
  }

  /// Gives every column its width, and lays out all blocks.
  ///
  /// - Returns: The width of the narrowest panel.
  private mutating func fit(to width: Double) -> Double {
    let all = (0..<columns).map { column in rows.compactMap { $0[column] } }
    let room = (width - gaps.across * Double(columns - 1)) / Double(columns)
    var lefts = all.map { $0.map { $0.left(of: room) }.max() ?? 0.0 }
    var rights = all.map { $0.map { $0.right(of: room) }.max() ?? 0.0 }
    if density == .full, let first = lefts.first {
      lefts[0] = Swift.max(first, 25)
    } else if density == .small, let most = lefts.dropFirst().max(), most > 0 {
      lefts = lefts.map { _ in Swift.max(most, lefts[0]) }
    }
    let shares = all.map { blocks in
      blocks.first.map { $0.block.share.isFinite ? Swift.max($0.block.share, 0.05) : 1 } ?? 1
    }
    for _ in 0..<2 {
      let panels = panels(lefts, rights, shares, width)
      for (column, blocks) in all.enumerated() {
        let overhang = blocks.map { $0.overhang(width: panels[column]) }.max() ?? 0.0
        let next = column + 1 < columns ? gaps.across + lefts[column + 1] - 2 : 0
        rights[column] = Swift.max(rights[column], overhang + 0.5 - Swift.max(next, 0))
      }
    }
    let panels = panels(lefts, rights, shares, width)
    var x = 0.0
    for column in 0..<columns {
      starts.append(x)
      x += lefts[column] + panels[column] + rights[column] + gaps.across
      for row in rows.indices {
        rows[row][column]?.fit(
          panel: panels[column], left: lefts[column], right: rights[column], figure: scene.size)
      }
    }
    align()
    for row in rows.indices {
      let highest = rows[row].compactMap { $0?.stack }.max() ?? 0.0
      for column in 0..<columns {
        if let block = rows[row][column] {
          rows[row][column]?.grow(by: highest - block.stack)
        }
      }
    }
    return panels.min() ?? width
  }

  /// Gives panels beside each other the same room above and below.
  private mutating func align() {
    for row in rows.indices {
      let blocks = rows[row].compactMap(\.self)
      guard let count = blocks.first?.rims.count, blocks.allSatisfy({ $0.rims.count == count })
      else { continue }
      for index in 0..<count {
        let over = blocks.map { $0.rims[index].over }.max()
        let under = blocks.map { $0.rims[index].under }.max()
        guard let over, let under else { continue }
        for column in 0..<columns { rows[row][column]?.rims[index] = (over, under) }
      }
    }
  }

  private func panels(
    _ lefts: [Double], _ rights: [Double], _ shares: [Double], _ width: Double
  ) -> [Double] {
    let gap = gaps.across * Double(columns - 1)
    let free = width - gap - lefts.reduce(0, +) - rights.reduce(0, +)
    let sum = shares.reduce(0, +)
    return shares.map { Swift.max($0 / sum * free, 10) }
  }

  /// Where the words over all blocks go if the first row has an empty corner for them.
  private func corner(_ head: (Double) -> HeadBlock) -> (head: HeadBlock, x: Double)? {
    guard density == .tiny, columns > 2, let row = rows.first, let first = row[0],
      row.dropFirst().allSatisfy({ $0 == nil })
    else { return nil }
    let x = starts[1] + 20
    let block = head(scene.size.points - x)
    return block.height < first.above + first.body ? (block, x) : nil
  }

  /// Draws all, and tells how high it is.
  func draw(on canvas: inout Canvas) -> Double {
    let width = canvas.width
    func head(_ room: Double) -> HeadBlock {
      let margin = rows.first?.last?.map { $0.margin.right } ?? 0.0
      var head = HeadBlock(
        scene.head, width: room - (margin < 8 ? margin : 0), density: .full)
      head.add(key: scene.key, onItsOwn: density == .tiny)
      return head
    }
    var y = 0.5
    if let corner = corner(head) {
      corner.head.draw(on: &canvas, corner.x, 1)
    } else {
      let head = head(width)
      head.draw(on: &canvas, 0, 0)
      y = head.isEmpty ? 0.5 : head.height + (density == .full ? 3 : 5)
    }
    for (index, row) in rows.enumerated() {
      let above = row.indices.compactMap { column -> Double? in
        guard let block = row[column] else { return nil }
        let isFree = density == .tiny && index > 0 && rows[index - 1][column] == nil
        return isFree ? 0 : block.above
      }.max()
      guard let above else { continue }
      let top = y + above
      for (column, block) in row.enumerated() {
        block?.draw(on: &canvas, starts[column], top, start: y)
      }
      let heights = row.compactMap { $0.map { $0.body + $0.below } }
      y = top + (heights.max() ?? 0.0) + (index + 1 < rows.count ? gaps.along : 0)
    }
    for note in scene.notes {
      for line in RichText(note).lines(to: width, size: TextStyle.note, isBold: false) {
        y += 8.2
        canvas.text(0, y, line, .plain(TextStyle.note, .ink2))
      }
    }
    return y + 2
  }
}
