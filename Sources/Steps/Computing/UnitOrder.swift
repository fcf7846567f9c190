/// How the units of a computation are numbered: one for each cell, galaxy and model.
///
/// Blocks of eight consecutive cells turn slowest; inside a block galaxies, then models, and the
/// cells of the block fastest, so that the cells of one galaxy and model are neighbours:
///
///     unit = 8 · block · galaxies · models + (galaxy · models + model) · width + cell of the block
///
/// The last block may be narrower. Rows of tables come in another order, cells slowest and models
/// fastest. Nothing else knows how the two belong together.
package struct UnitOrder: Hashable, Sendable {
  /// How many cells a block has.
  package static let lanes = 8
  /// How many groups there have to be for one to be computed together, whatever it takes.
  private static let fewGroups = 16

  /// One cell of one galaxy and model, each by its position.
  package struct Place: Hashable, Sendable {
    package let cell: Int
    package let galaxy: Int
    package let model: Int
  }

  /// Consecutive units of one galaxy and model.
  package struct Group: Hashable, Sendable {
    package let galaxy: Int
    package let model: Int
    /// The cells, all of one block.
    package let cells: Range<Int>
    package let units: Range<Int>
  }

  package let cells: Int
  package let galaxies: Int
  package let models: Int
  /// How many units there are.
  package let unitCount: Int

  /// - Precondition: The number of units fits in an `Int`.
  package init(cells: Int, galaxies: Int, models: Int) {
    (self.cells, self.galaxies, self.models) = (cells, galaxies, models)
    unitCount = cells * galaxies * models
  }

  /// How many units, and rows, one cell has.
  package var unitsPerCell: Int { galaxies * models }

  // MARK: Units and rows

  /// The cells of a block.
  package func cells(ofBlock block: Int) -> Range<Int> {
    let first = Self.lanes * block
    return first..<min(first + Self.lanes, cells)
  }

  /// How many blocks there are.
  package var blockCount: Int { (cells + Self.lanes - 1) / Self.lanes }

  /// How many units a block of eight cells has.
  private var unitsPerBlock: Int { Self.lanes * unitsPerCell }

  /// What a unit is of.
  package subscript(unit: Int) -> Place {
    let (block, offset) = unit.quotientAndRemainder(dividingBy: unitsPerBlock)
    let cells = cells(ofBlock: block)
    let (group, cell) = offset.quotientAndRemainder(dividingBy: cells.count)
    let (galaxy, model) = group.quotientAndRemainder(dividingBy: models)
    return Place(cell: cells.lowerBound + cell, galaxy: galaxy, model: model)
  }

  /// The unit of a cell, galaxy and model.
  package func unit(of place: Place) -> Int {
    let block = place.cell / Self.lanes
    let cells = cells(ofBlock: block)
    let group = place.galaxy * models + place.model
    return block * unitsPerBlock + group * cells.count + place.cell - cells.lowerBound
  }

  /// The units of some cells; with those of other cells of their blocks, where they are not whole.
  package func units(of cells: Range<Int>) -> Range<Int> {
    guard !cells.isEmpty else { return 0..<0 }
    let first = cells.lowerBound / Self.lanes * Self.lanes
    let end = self.cells(ofBlock: (cells.upperBound - 1) / Self.lanes).upperBound
    return (first * unitsPerCell)..<(end * unitsPerCell)
  }

  /// What the rows of some cells are of, in the order of a table.
  package func places(of cells: Range<Int>) -> [Place] {
    ((cells.lowerBound * unitsPerCell)..<(cells.upperBound * unitsPerCell)).map(place(ofRow:))
  }

  /// What a row of the table of all units is of.
  package func place(ofRow row: Int) -> Place {
    let (cell, group) = row.quotientAndRemainder(dividingBy: unitsPerCell)
    let (galaxy, model) = group.quotientAndRemainder(dividingBy: models)
    return Place(cell: cell, galaxy: galaxy, model: model)
  }

  /// The unit whose record a row of the table of all units shows.
  package func unit(ofRow row: Int) -> Int { unit(of: place(ofRow: row)) }

  /// The groups that some units make up, in their order; the first and the last may lack cells.
  package func groups(in units: Range<Int>) -> some Sequence<Group> {
    sequence(state: units.lowerBound) { unit -> Group? in
      guard unit < units.upperBound else { return nil }
      let place = self[unit]
      let end = cells(ofBlock: place.cell / Self.lanes).upperBound
      let count = min(end - place.cell, units.upperBound - unit)
      defer { unit += count }
      return Group(
        galaxy: place.galaxy, model: place.model, cells: place.cell..<(place.cell + count),
        units: unit..<(unit + count))
    }
  }

  // MARK: Grains

  /// How many groups a grain has; `nil` where groups are so few that each unit is one.
  private var groupsPerGrain: Int? {
    let grains = blockCount * galaxies
    return grains >= Self.fewGroups ? models : grains * models >= Self.fewGroups ? 1 : nil
  }

  /// How many units a grain has in a block of so many cells.
  private func unitsPerGrain(cells: Int) -> Int { groupsPerGrain.map { $0 * cells } ?? 1 }

  /// How many grains a block has that is not the last.
  private var grainsPerBlock: Int { unitsPerBlock / unitsPerGrain(cells: Self.lanes) }

  /// How many units the grains have that are not in the last block.
  package var grainSize: Int { unitsPerGrain(cells: min(cells, Self.lanes)) }

  /// How many grains there are: the parts of a plan that are never divided.
  ///
  /// A grain is a galaxy with all its models over the cells of a block, as long as there are enough
  /// of these for several workers.
  package var grainCount: Int { unitCount == 0 ? 0 : grain(of: unitCount - 1) + 1 }

  /// The grain that a unit is in.
  package func grain(of unit: Int) -> Int {
    let (block, offset) = unit.quotientAndRemainder(dividingBy: unitsPerBlock)
    return block * grainsPerBlock + offset / unitsPerGrain(cells: cells(ofBlock: block).count)
  }

  /// The first unit of a grain; the number of units behind the last.
  private func start(ofGrain grain: Int) -> Int {
    guard grain < grainCount else { return unitCount }
    let (block, offset) = grain.quotientAndRemainder(dividingBy: grainsPerBlock)
    return block * unitsPerBlock + offset * unitsPerGrain(cells: cells(ofBlock: block).count)
  }

  /// The units of some grains.
  package func units(ofGrains grains: Range<Int>) -> Range<Int> {
    start(ofGrain: grains.lowerBound)..<start(ofGrain: grains.upperBound)
  }

  /// The part that holds a unit, of those into which all units are cut: whole grains, and whole
  /// blocks or some of one block.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - size: How many units a part may have, as long as it is not less than a grain.
  /// - Returns: The units of the part.
  package func part(holding unit: Int, atMost size: Int) -> Range<Int> {
    let (grain, perBlock) = (grain(of: unit), grainsPerBlock)
    let most = max(1, size / grainSize)
    if most >= perBlock {
      let count = most / perBlock * perBlock
      let first = grain / count * count
      return units(ofGrains: first..<(first + count))
    }
    let start = grain / perBlock * perBlock
    let first = start + (grain - start) / most * most
    return units(ofGrains: first..<min(first + most, start + perBlock))
  }
}
