/// Reflections that turn a matrix into a triangle, or eight matrices side by side.
///
///     A = Q R;  the b that minimises |A b − y|² solves R b = Qᵀ y
///
/// Beside matrices with more rows one is filled up with rows of zeros. They change no bit: to a
/// sum they add zeros behind its last term, and they stay zeros. Memory is the caller's.
///
/// - SeeAlso: Golub & Van Loan 2013, Matrix Computations, 4th edition, sections 5.1 to 5.3.
struct Householder<Value: LaneValue> {
  let rows: Int
  let columns: Int
  /// How far apart columns begin, at least the number of rows.
  let stride: Int
  /// The matrix column by column, then the reflectors, of unit length, each zero above its own row;
  /// shape `[columns, stride]`.
  let work: UnsafeMutablePointer<Value>
  /// R on and above the diagonal, row by row; shape `[columns, columns]`.
  let r: UnsafeMutablePointer<Value>

  /// Factorises the matrix.
  ///
  /// - Parameter tolerance: A column whose part outside those before it is smaller than this
  ///   fraction of it counts as dependent on them.
  /// - Returns: The first column that is zero, not finite or dependent, whose matrix then is not
  ///   factorised; -1 for none.
  func factorise(tolerance: Double) -> Value {
    for j in 0..<columns { r[j * columns + j] = Self.norm(work + j * stride, from: 0, to: rows) }
    var dependent = Value(-1)
    for j in 0..<columns {
      let column = work + j * stride
      let whole = r[j * columns + j]
      let below = j == 0 ? whole : Self.norm(column, from: j, to: rows)
      let isIndependent = (below .< .infinity) .& (below .> tolerance * whole)
      dependent = dependent.replacing(
        with: Double(j), where: (.!isIndependent) .& (dependent .< 0))
      if (dependent .>= 0).isEverywhere { return dependent }
      for i in 0..<j {
        r[i * columns + j] = column[i]
        column[i] = Value(0)
      }
      // The sign that adds instead of cancelling.
      let diagonal = Value.choose(column[j] .< 0, below, -below)
      r[j * columns + j] = diagonal
      column[j] -= diagonal
      let length = Self.norm(column, from: j, to: rows)
      for i in j..<rows { column[i] = column[i] / length }
      for k in (j + 1)..<max(columns, j + 1) { reflect(work + k * stride, by: j) }
    }
    return dependent
  }

  /// Solves for right-hand sides.
  ///
  /// - Parameters:
  ///   - y: The right-hand side, which becomes what the fit leaves over; shape `[rows]`.
  ///   - coefficients: Receives the coefficients; shape `[columns]`.
  func solve(_ y: UnsafeMutablePointer<Value>, into coefficients: UnsafeMutablePointer<Value>) {
    for j in 0..<columns { reflect(y, by: j) }
    for j in 0..<columns {
      coefficients[j] = y[j]
      y[j] = Value(0)
    }
    solveTriangle(coefficients)
    for j in (0..<columns).reversed() { reflect(y, by: j) }
  }

  /// The diagonal of A (AᵀA)⁻¹ Aᵀ.
  ///
  /// - Parameters:
  ///   - leverages: Receives it; shape `[rows]`.
  ///   - column: Room; shape `[rows]`.
  func writeLeverages(
    into leverages: UnsafeMutablePointer<Value>, _ column: UnsafeMutablePointer<Value>
  ) {
    leverages.update(repeating: Value(0), count: rows)
    for j in 0..<columns {
      // Column j of Q. Of a unit vector the first reflection takes one entry of its reflector.
      let reflector = work + j * stride
      let factor = 2 * reflector[j]
      for i in 0..<j { column[i] = Value(0) }
      column[j] = 1 - factor * reflector[j]
      for i in (j + 1)..<rows { column[i] = 0 - factor * reflector[i] }
      for k in (0..<j).reversed() { reflect(column, by: k) }
      for i in 0..<rows { leverages[i] += column[i] * column[i] }
    }
  }

  /// The diagonal of (AᵀA)⁻¹.
  ///
  /// - Parameters:
  ///   - diagonal: Receives it; shape `[columns]`.
  ///   - unit: Room; shape `[columns]`.
  func writeInverseGramDiagonal(
    into diagonal: UnsafeMutablePointer<Value>, _ unit: UnsafeMutablePointer<Value>
  ) {
    diagonal.update(repeating: Value(0), count: columns)
    for k in 0..<columns {
      // Column k of R⁻¹; the diagonal sums the squares along the rows of R⁻¹.
      unit.update(repeating: Value(0), count: columns)
      unit[k] = Value(1)
      solveTriangle(unit)
      for j in 0..<columns { diagonal[j] += unit[j] * unit[j] }
    }
  }

  /// Solves R x = y from the last row up, in place.
  private func solveTriangle(_ x: UnsafeMutablePointer<Value>) {
    for i in (0..<columns).reversed() {
      var rest = x[i]
      for j in (i + 1)..<max(columns, i + 1) { rest -= r[i * columns + j] * x[j] }
      x[i] = rest / r[i * columns + i]
    }
  }

  /// Replaces x by x − 2 v (v · x), where v is the reflector of a column.
  @inline(__always)
  private func reflect(_ x: UnsafeMutablePointer<Value>, by column: Int) {
    let reflector = work + column * stride
    var product = Value(0)
    for i in column..<rows { product += reflector[i] * x[i] }
    let factor = 2 * product
    for i in column..<rows { x[i] -= factor * reflector[i] }
  }

  /// The length of a part of a vector, safe from overflow; NaN unless it is finite and not zero.
  static func norm(_ x: UnsafeMutablePointer<Value>, from start: Int, to end: Int) -> Value {
    var largest = Value(0)
    for i in start..<end { largest = largest.atLeast(x[i].magnitude) }
    var sum = LaneSum<Value>()
    for i in start..<end {
      let part = x[i].magnitude / largest
      sum.add(positive: part * part)
    }
    return largest * sum.value.squareRoot()
  }
}
