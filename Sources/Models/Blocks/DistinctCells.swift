import Numerics

/// The cells of a grid that are not the same to a galaxy, dealt into blocks of eight.
///
/// Quantities without effect are left out of the grid; the cells that are left keep its order. So
/// the cells of a block follow each other, and those that are asked for next are mostly in it.
struct DistinctCells: Sendable {
  /// A quantity that has an effect.
  private struct Axis {
    /// Its position among what cells fix.
    let place: Int
    let values: [Double]
    /// How many cells follow each other in which its value is the same.
    let run: Int
  }

  /// The quantities that have an effect, that which changes fastest last.
  private let axes: [Axis]
  private let count: Int

  /// - Parameters:
  ///   - quantities: What cells fix, in the order of the grid.
  ///   - hasEffect: Whether a quantity has an effect.
  init(_ quantities: [FixedQuantity], where hasEffect: (Quantity) -> Bool) {
    var (axes, run) = ([Axis](), 1)
    for (place, fixed) in quantities.enumerated().reversed() where hasEffect(fixed.quantity) {
      axes.append(Axis(place: place, values: fixed.values, run: run))
      run *= fixed.values.count
    }
    (self.axes, count) = (axes.reversed(), run)
  }

  /// Whether a cell of some is the same as a cell of others.
  func areSame(_ cell: Int, of cells: CellValues, _ other: Int, of others: CellValues) -> Bool {
    for axis in axes where cells[axis.place, cell] != others[axis.place, other] { return false }
    return true
  }

  /// The block into which a cell is dealt; `nil` for a cell beside the grid.
  func block(with cell: Int, of cells: CellValues) -> CellValues? {
    var number = 0
    for axis in axes {
      guard let position = axis.values.firstIndex(of: cells[axis.place, cell]) else { return nil }
      number += position * axis.run
    }
    let first = number - number % Lanes.count
    var block = CellValues(repeating: cell, of: cells, count: min(Lanes.count, count - first))
    for axis in axes {
      for lane in 0..<block.count {
        block[axis.place, lane] = axis.values[(first + lane) / axis.run % axis.values.count]
      }
    }
    return block
  }
}
