import Synchronization

/// The fits of cells of one galaxy and law that are known already.
///
/// Cells may differ by the ratio of a component that the galaxy does not have, such as a bulge:
/// then nothing of the fit differs but that ratio. Of the cells of the grid that do differ, those
/// that stand beside one that is asked for are fitted with it: eight take hardly longer than one.
final class KnownFits: Sendable {
  /// How many blocks are remembered.
  private static let most = 32

  /// What cells fix.
  private let fixed: [GalaxyParameter]
  private let distinct: DistinctCells
  /// The blocks that are known, the latest first.
  private let known = Mutex<[KnownBlock]>([])

  /// Nil if no two cells can have the same fit.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - quantities: What its cells fix, in the order of their grid.
  init?(_ subject: FitSubject, fixing quantities: [FixedQuantity]) {
    var (fixed, isAnyWithoutEffect) = ([GalaxyParameter](), false)
    for case .galaxy(let ratio) in quantities.lazy.map(\.quantity) {
      guard ratio != .distance, ratio != .inclination else { return nil }
      fixed.append(ratio)
      if !subject.depends(on: .galaxy(ratio)) { isAnyWithoutEffect = true }
    }
    guard isAnyWithoutEffect, fixed.count == quantities.count else { return nil }
    self.fixed = fixed
    distinct = DistinctCells(quantities, where: subject.depends)
  }

  /// Hands out the fits of up to eight cells.
  ///
  /// - Parameters:
  ///   - cells: What they fix.
  ///   - fit: Fits the cells that are not known.
  ///   - body: Receives the result of each cell with its position.
  func fit(
    _ cells: CellValues, by fit: (CellValues) -> BlockFits,
    _ body: (Int, GalaxyFits.Result) -> Void
  ) {
    var blocks = known.withLock { $0 }
    var place = 0
    for cell in 0..<cells.count {
      var found = blocks.isEmpty ? nil : lane(of: cell, of: cells, in: blocks[place])
      if found == nil {
        for other in blocks.indices where found == nil {
          found = lane(of: cell, of: cells, in: blocks[other])
          place = other
        }
      }
      if found == nil {
        // Beside the grid nothing is known of the cells to come.
        let others = distinct.block(with: cell, of: cells) ?? cells
        let block = KnownBlock(others, fit(others))
        (blocks, place) = (remembering(block), 0)
        found = lane(of: cell, of: cells, in: block)
      }
      if let found { handOut(cell, of: cells, blocks[place], found, body) }
    }
  }

  /// Where a block has a cell.
  private func lane(of cell: Int, of cells: CellValues, in block: KnownBlock) -> Int? {
    for lane in 0..<block.cells.count where distinct.areSame(cell, of: cells, lane, of: block.cells)
    {
      return lane
    }
    return nil
  }

  /// Remembers a block.
  ///
  /// - Returns: The blocks that are known now, this one first.
  private func remembering(_ block: KnownBlock) -> [KnownBlock] {
    known.withLock { known in
      if known.count == Self.most { known.removeLast() }
      known.insert(block, at: 0)
      return known
    }
  }

  /// Hands out a known fit with the ratios that a cell has, also for what has no effect.
  @inline(__always)
  private func handOut(
    _ cell: Int, of cells: CellValues, _ block: KnownBlock, _ lane: Int,
    _ body: (Int, GalaxyFits.Result) -> Void
  ) {
    guard var fit = block.fit(of: lane) else { return body(cell, .failure(.beyondNumbers)) }
    for place in fixed.indices { fit.quantities.galaxy[fixed[place]] = cells[place, cell] }
    body(cell, .success(fit))
  }
}

extension FitSubject {
  /// Whether anything depends on a quantity: of a ratio, the speeds of a component, or a mass.
  fileprivate func depends(on quantity: Quantity) -> Bool {
    switch quantity {
    case .galaxy(.upsilonDisk): has.upsilonDisk || content.diskLight != 0
    case .galaxy(.upsilonBulge): has.upsilonBulge || content.bulgeLight != 0
    case .galaxy(.upsilonGas): has.upsilonGas || content.gasMass != 0
    case .galaxy(.distance), .galaxy(.inclination), .parameter: true
    }
  }
}
