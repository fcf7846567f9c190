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
    // What is measured, galaxy by galaxy; shape `[galaxies][blocks][fields]`.
    var (measured, starts) = ([Lanes](), [Int]())
    for curve in curves {
      starts.append(Lanes.count * measured.count)
      for lanes in ratios[curve.hasBulge ? 0 : 1].blocks {
        let values = curve.measure(lanes, settings, by: method).values
        for field in values.indices { measured.append(values[field]) }
      }
    }
    let places = ratios.map { $0.places(fields: recordWidth) }
    let kinds = curves.map { $0.hasBulge ? 0 : 1 }
    let columns = measured.withUnsafeBytes { measured in
      let numbers = measured.bindMemory(to: Double.self)
      return (0..<recordWidth).map { field in
        [Double](unsafeUninitializedCapacity: rows) { column, count in
          for cell in cells.indices {
            for galaxy in 0..<galaxies {
              let place = starts[galaxy] + places[kinds[galaxy]][cell]
              column.initializeElement(at: count, to: numbers[place + Lanes.count * field])
              count += 1
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
      columns)
  }
}
