import Numerics
import Tables

extension OffsetComputation {
  /// The offsets at any cells, which need not be those of the grid.
  ///
  /// - Parameter cells: The values of their axes; shape `[cells][axes]`.
  /// - Returns: A table like that of the grid; a row for each cell and galaxy, galaxies fastest.
  func table(at cells: [[Double]]) -> Table {
    let (rows, galaxies) = (cells.count * curves.count, curves.count)
    let ratios = [true, false].map { hasBulge in
      let isAsked = curves.contains { $0.hasBulge == hasBulge }
      return DistinctRatios(isAsked ? cells : [], ratioAxes, hasBulge: hasBulge)
    }
    var fields = [Double](repeating: .nan, count: recordWidth * rows)
    fields.withUnsafeMutableBufferPointer { fields in
      for (galaxy, curve) in curves.enumerated() {
        let ratios = ratios[curve.hasBulge ? 0 : 1]
        for (block, lanes) in ratios.blocks.enumerated() {
          let values = curve.measure(lanes, settings, by: method).values
          for field in values.indices {
            // Looked up once: a lane of what an array holds is taken from a copy of it all.
            let own = values[field]
            for (cell, lane) in ratios.cells(of: block) {
              fields[field * rows + cell * galaxies + galaxy] = own[lane]
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
        let values = cells.map { $0[axis] }
        return values.flatMap { repeatElement($0, count: galaxies) }
      },
      galaxies: eachGalaxy { Double(positions[$0]) },
      logFlatSpeeds: eachGalaxy { curves[$0].logFlatSpeed },
      logLuminosities: eachGalaxy { curves[$0].logLuminosity },
      (0..<recordWidth).map { Array(fields[($0 * rows)..<(($0 + 1) * rows)]) })
  }
}
