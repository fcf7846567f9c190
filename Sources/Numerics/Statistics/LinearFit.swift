/// One linear model, or eight side by side, in the room that ``LinearFits`` has loaded.
///
/// A lane with fewer rows than others is filled up with rows of zeros, which change none of its
/// bits: see ``Householder``.
struct LinearFit<Value: LaneValue> {
  private let layout: LinearFitLayout
  private let room: UnsafeMutablePointer<Value>
  /// How many rows the lane with most of them has.
  private let rows: Int

  init(_ layout: LinearFitLayout, _ room: UnsafeMutablePointer<Value>, rows: Int) {
    (self.layout, self.room, self.rows) = (layout, room, rows)
  }

  private var residuals: UnsafeMutablePointer<Value> { room + layout.residuals }
  private var counts: Value { room[layout.counts] }

  /// Fits the model.
  ///
  /// - Parameter fullRows: How many rows every lane has.
  func fit(fullRows: Int) {
    for row in fullRows..<rows { fillUp(row) }
    let width = layout.width
    let householder = Householder(
      rows: rows, columns: width, stride: layout.capacity, work: room,
      r: room + layout.triangle)
    let dependent = householder.factorise(tolerance: HouseholderQR.tolerance)
    room[layout.dependentColumn] = dependent
    let total = spread()
    guard (dependent .< 0).isAnywhere else { return }
    householder.solve(residuals, into: room + layout.coefficients)
    let (leverages, times) = (room + layout.leverages, room + layout.times)
    householder.writeLeverages(into: leverages, room + layout.scratch)
    var (squares, predicted) = (LaneSum<Value>(), LaneSum<Value>())
    for row in 0..<rows {
      let residual = residuals[row]
      squares.add(positive: residual * residual)
      let rest = 1 - times[row] * leverages[row]
      let alone = Value.choose(rest .> HouseholderQR.tolerance, residual / rest, Value(.nan))
      predicted.add(positive: alone * alone)
    }
    let free = counts - Double(width)
    let (sum, variance) = (squares.value, squares.value / free)
    let errors = room + layout.errors
    householder.writeInverseGramDiagonal(into: errors, room + layout.unit)
    for column in 0..<width { errors[column] = (errors[column] * variance).squareRoot() }
    room[layout.rSquared] = 1 - sum / total
    room[layout.adjustedRSquared] = 1 - sum / total * (counts - 1) / free
    room[layout.leaveOneOutRSquared] = 1 - predicted.value / total
    room[layout.rms] = (sum / counts).squareRoot()
  }

  /// Where a row is behind the last one of a lane.
  private func isBeyond(_ row: Int) -> Value.Mask { Value(Double(row)) .>= counts }

  /// Makes a row one of zeros in the lanes that do not have it.
  private func fillUp(_ row: Int) {
    let isBeyond = isBeyond(row)
    func fill(_ place: Int, with number: Double) {
      room[place + row] = room[place + row].replacing(with: number, where: isBeyond)
    }
    for column in 0..<layout.width { fill(layout.column(column), with: 0) }
    fill(layout.residuals, with: 0)
    fill(layout.times, with: 1)
  }

  /// The sum of the squared distances of the response from its mean; notes where all are equal.
  private func spread() -> Value {
    var sum = LaneSum<Value>()
    for row in 0..<rows { sum.add(residuals[row]) }
    let mean = sum.value / counts
    var total = LaneSum<Value>()
    var isEqual = Value.Mask(true)
    for row in 0..<rows {
      let (distance, isBeyond) = (residuals[row] - mean, isBeyond(row))
      total.add(positive: (distance * distance).replacing(with: 0, where: isBeyond))
      isEqual = (isEqual .& (isBeyond .| (residuals[row] .== residuals[0])))
    }
    // The mean of equal numbers may be an ulp off.
    let isSpread = (total.value .> 0) .& (.!isEqual)
    room[layout.isConstant] = Value(1).replacing(with: 0, where: isSpread)
    return total.value
  }
}
