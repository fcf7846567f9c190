/// Linear models with an intercept, fitted by ordinary least squares eight at a time, or one alone.
///
/// In a resample a row may stand several times. All copies count in the fit, but they are one row
/// where a row is predicted without itself: a copy that is left in would predict the one that is
/// left out. No model depends on those beside it: each has the bits that it would have alone.
///
/// Room for the rows is made once; a model is loaded into each lane, then all are fitted.
package struct LinearFits: ~Copyable {
  /// How many models are fitted side by side: eight or one.
  package let lanes: Int
  /// How many coefficients a model has, that of the intercept included.
  package let width: Int
  /// How many rows a model has room for, copies counted.
  package let capacity: Int

  /// The numbers of all lanes side by side: the columns of the design, then what ``LinearFit``
  /// makes of them.
  private let room: UnsafeMutablePointer<Double>
  private let layout: LinearFitLayout
  /// How many rows each lane has; shape `[lanes]`.
  private var counts: [Int]

  /// Makes room.
  ///
  /// - Parameters:
  ///   - lanes: How many models are fitted side by side: eight or one.
  ///   - terms: How many terms a model has besides the intercept.
  ///   - capacity: How many rows it may have, copies counted.
  /// - Precondition: There are eight lanes or one.
  package init(lanes: Int, terms: Int, rows capacity: Int) {
    precondition(lanes == 1 || lanes == Lanes.count, "eight lanes or one")
    (self.lanes, self.capacity) = (lanes, capacity)
    width = terms + 1
    layout = LinearFitLayout(width: width, capacity: capacity)
    let size = lanes * layout.size
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: size * MemoryLayout<Double>.stride, alignment: MemoryLayout<Lanes>.alignment)
    room = bytes.initializeMemory(as: Double.self, repeating: 0, count: size)
    counts = [Int](repeating: 0, count: lanes)
  }

  deinit { room.deallocate() }

  /// Takes the rows out of all lanes.
  package mutating func clear() {
    for lane in 0..<lanes { counts[lane] = 0 }
  }

  /// Gives a lane its rows.
  ///
  /// - Parameters:
  ///   - lane: Which lane.
  ///   - rows: The rows, as positions in the columns.
  ///   - copies: How often each row stands, at least once; `nil` for once.
  ///   - response: y; shape `[all rows]`.
  ///   - terms: One column a term; shape `[width − 1][all rows]`.
  /// - Precondition: There is a column a term, and room for all copies of the rows.
  package mutating func load(
    _ lane: Int, _ rows: [Int], times copies: [Int]? = nil,
    response: [Double], terms: [[Double]]
  ) {
    let count = copies.map { $0.reduce(0, +) } ?? rows.count
    precondition(terms.count == width - 1 && count <= capacity, "a column a term, room for rows")
    counts[lane] = count
    for (index, column) in terms.enumerated() {
      write(rows, times: copies, of: column, at: layout.column(index + 1), lane)
    }
    write(rows, times: copies, of: response, at: layout.residuals, lane)
    let (ones, times) = (layout.column(0) * lanes + lane, layout.times * lanes + lane)
    for row in 0..<count { room[ones + row * lanes] = 1 }
    guard let copies else {
      for row in 0..<count { room[times + row * lanes] = 1 }
      return
    }
    var place = times
    for count in copies {
      for _ in 0..<count {
        room[place] = Double(count)
        place += lanes
      }
    }
  }

  /// Writes the values of some rows into a lane.
  private func write(
    _ rows: [Int], times copies: [Int]?, of column: [Double],
    at start: Int, _ lane: Int
  ) {
    var place = start * lanes + lane
    column.withUnsafeBufferPointer { column in
      guard let copies else {
        for row in rows {
          room[place] = column[row]
          place += lanes
        }
        return
      }
      for (row, count) in zip(rows, copies) {
        for _ in 0..<count {
          room[place] = column[row]
          place += lanes
        }
      }
    }
  }

  /// Fits the models of all lanes.
  ///
  /// A lane needs more distinct rows than coefficients; what stands in others means nothing.
  package func fit() {
    if lanes == 1 { fit(as: Double.self) } else { fit(as: Lanes.self) }
  }

  private func fit<Value: LaneValue>(as type: Value.Type) {
    let rows = counts.reduce(0, max)
    guard rows > 0 else { return }
    room.withMemoryRebound(to: Value.self, capacity: layout.size) { room in
      for lane in 0..<lanes { self.room[layout.counts * lanes + lane] = Double(counts[lane]) }
      LinearFit(layout, room, rows: rows).fit(fullRows: counts.reduce(rows, min))
    }
  }

  // MARK: What came of a lane

  /// The column that depends on those before it, 0 for the intercept; `nil` for none.
  package func dependentColumn(_ lane: Int) -> Int? {
    let column = self[layout.dependentColumn, lane]
    return column < 0 ? nil : Int(column)
  }

  /// Whether the response is the same in all rows.
  package func isConstant(_ lane: Int) -> Bool { self[layout.isConstant, lane] == 1 }

  /// Intercept and the coefficient of each term; shape `[width]`.
  package func coefficients(_ lane: Int) -> [Double] { list(layout.coefficients, width, lane) }

  /// 1σ errors from the residual variance; NaN without degrees of freedom; shape `[width]`.
  package func errors(_ lane: Int) -> [Double] { list(layout.errors, width, lane) }

  /// Response less fitted value, of every copy; shape `[n]`.
  package func residuals(_ lane: Int) -> [Double] { list(layout.residuals, counts[lane], lane) }

  /// Diagonal of the hat matrix, of every copy; shape `[n]`.
  package func leverages(_ lane: Int) -> [Double] { list(layout.leverages, counts[lane], lane) }

  package func rSquared(_ lane: Int) -> Double { self[layout.rSquared, lane] }

  package func adjustedRSquared(_ lane: Int) -> Double { self[layout.adjustedRSquared, lane] }

  /// 1 − Σ(r/(1−mh))² / Σ(y−ȳ)²: what is left when each row is predicted without its m copies.
  ///
  /// For m copies of a row with leverage h each, the residual without them is r/(1−mh). NaN where a
  /// term cannot be fitted without one of the rows, which then has a leverage of one.
  package func leaveOneOutRSquared(_ lane: Int) -> Double {
    self[layout.leaveOneOutRSquared, lane]
  }

  /// Root mean square of the residuals.
  package func rms(_ lane: Int) -> Double { self[layout.rms, lane] }

  private subscript(place: Int, lane: Int) -> Double { room[place * lanes + lane] }

  private func list(_ start: Int, _ count: Int, _ lane: Int) -> [Double] {
    (start..<(start + count)).map { self[$0, lane] }
  }
}
