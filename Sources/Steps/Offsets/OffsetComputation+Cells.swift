import Numerics
import Tables

extension OffsetComputation {
  /// How many of some cells are measured at a time: few enough that several workers have a share,
  /// and as many as can be, for galaxies without a bulge are measured once for cells that differ
  /// by its ratio.
  static func cellsPerPart(of count: Int) -> Int {
    min(max(4, count / (32 * Lanes.count)), 32) * Lanes.count
  }

  /// The offsets at any cells, which need not be those of the grid.
  ///
  /// - Parameter cells: The values of their axes; shape `[cells][axes]`.
  /// - Returns: A table like that of the grid; a row for each cell and galaxy, galaxies fastest.
  func table(at cells: [[Double]]) -> Table {
    let ratios = [true, false].map { hasBulge in
      let isAsked = curves.contains { $0.hasBulge == hasBulge }
      return DistinctRatios(isAsked ? cells : [], ratioAxes, hasBulge: hasBulge)
    }
    // What is measured, galaxy by galaxy; shape `[galaxies][blocks][fields]`.
    var (measured, starts) = ([Lanes](), [Int]())
    starts.reserveCapacity(curves.count)
    measured.reserveCapacity(
      recordWidth * curves.reduce(0) { $0 + ratios[$1.hasBulge ? 0 : 1].blocks.count })
    for curve in curves {
      starts.append(Lanes.count * measured.count)
      for lanes in ratios[curve.hasBulge ? 0 : 1].blocks {
        let values = curve.measure(lanes, settings, by: method).values
        for field in values.indices { measured.append(values[field]) }
      }
    }
    let places = ratios.map { $0.places(fields: recordWidth) }
    let (bulged, plain, hasBulge) = (places[0], places[1], curves.map(\.hasBulge))
    // Where the record of a row begins; shape `[cells × galaxies]`.
    let begins = rows(of: cells.count) { starts[$1] + (hasBulge[$1] ? bulged : plain)[$0] }
    let fields = measured.withUnsafeBytes { measured in
      let numbers = measured.bindMemory(to: Double.self)
      return (0..<recordWidth).map { field in
        let own = UnsafeBufferPointer(rebasing: numbers[(Lanes.count * field)...])
        return [Double](unsafeUninitializedCapacity: begins.count) { column, count in
          for begin in begins {
            column.initializeElement(at: count, to: own[begin])
            count += 1
          }
        }
      }
    }
    return table(
      axes.indices.map { axis in rows(of: cells.count) { cell, _ in cells[cell][axis] } },
      galaxies: rows(of: cells.count) { Double(positions[$1]) },
      logFlatSpeeds: rows(of: cells.count) { curves[$1].logFlatSpeed },
      logLuminosities: rows(of: cells.count) { curves[$1].logLuminosity },
      fields)
  }

  /// A value for each cell and galaxy, galaxies fastest.
  private func rows<Value>(of cells: Int, _ value: (Int, Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: cells * curves.count) { rows, count in
      for cell in 0..<cells {
        for galaxy in curves.indices {
          rows.initializeElement(at: count, to: value(cell, galaxy))
          count += 1
        }
      }
    }
  }
}
