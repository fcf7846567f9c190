package import Numerics

/// What up to eight cells of a grid fix.
package struct CellValues: Sendable {
  /// How many cells there are, from one to eight.
  package let count: Int
  /// The values of each quantity that the cells fix, a lane for each cell; shape `[quantities]`.
  ///
  /// Lanes beyond the cells repeat the first one.
  package private(set) var values: [Lanes]

  /// Some cells.
  ///
  /// - Parameters:
  ///   - count: How many, from one to eight.
  ///   - quantities: How many quantities they fix.
  ///   - value: The value of a quantity, by its position, in a cell.
  package init(count: Int, quantities: Int, _ value: (_ quantity: Int, _ cell: Int) -> Double) {
    precondition((1...Lanes.count).contains(count), "a block has one to eight cells")
    self.count = count
    values = (0..<quantities).map { quantity in
      var lanes = Lanes(repeating: value(quantity, 0))
      for cell in 1..<max(count, 1) { lanes[cell] = value(quantity, cell) }
      return lanes
    }
  }

  /// The same cell several times.
  init(repeating cell: Int, of cells: CellValues, count: Int) {
    precondition((1...Lanes.count).contains(count), "a block has one to eight cells")
    self.count = count
    values = cells.values.map { Lanes($0[cell]) }
  }

  /// The value of a quantity, by its position, in a cell.
  subscript(quantity: Int, cell: Int) -> Double {
    get { values[quantity][cell] }
    set {
      values[quantity][cell] = newValue
      // The lanes that are not used go with the first one.
      if cell == 0 { for lane in count..<Lanes.count { values[quantity][lane] = newValue } }
    }
  }
}
