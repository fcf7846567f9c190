import Numerics
import Tables

extension OffsetComputation {
  /// The offsets at any cells, which need not be those of the grid.
  ///
  /// - Parameter cells: The values of their axes; shape `[cells][axes]`.
  /// - Returns: A table like that of the grid; a row for each cell and galaxy, galaxies fastest.
  func table(at cells: [[Double]]) -> Table {
    let (rows, galaxies) = (cells.count * curves.count, curves.count)
    var fields = [Double](repeating: .nan, count: recordWidth * rows)
    fields.withUnsafeMutableBufferPointer { fields in
      for first in stride(from: 0, to: cells.count, by: Lanes.count) {
        let block = cells[first..<min(first + Lanes.count, cells.count)]
        let ratios = ratioAxes.lanes(block)
        for (galaxy, curve) in curves.enumerated() {
          let values = curve.measure(ratios, settings, by: method).values
          for field in values.indices {
            for cell in block.indices {
              fields[field * rows + cell * galaxies + galaxy] = values[field][cell - first]
            }
          }
        }
      }
    }
    func eachGalaxy(_ value: (Int) -> Double) -> [Double] {
      let values = (0..<galaxies).map(value)
      return cells.flatMap { _ in values }
    }
    return table(
      axes.indices.map { axis in
        cells.flatMap { [Double](repeating: $0[axis], count: galaxies) }
      },
      galaxies: eachGalaxy { Double(positions[$0]) },
      logFlatSpeeds: eachGalaxy { curves[$0].logFlatSpeed },
      logLuminosities: eachGalaxy { curves[$0].logLuminosity },
      (0..<recordWidth).map { Array(fields[($0 * rows)..<(($0 + 1) * rows)]) })
  }
}
