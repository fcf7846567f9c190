import Numerics

/// A linear model with an intercept, fitted by the reflections as a book has them, one number after
/// the other: what ``LinearFits`` has to give to the last bit.
struct PlainRegression {
  /// Why there is no model.
  enum Refusal: Error, Equatable {
    case dependentColumn(Int)
    case constantResponse
  }

  let coefficients: [Double]
  let errors: [Double]
  let residuals: [Double]
  let leverages: [Double]
  let rSquared: Double
  let adjustedRSquared: Double
  let leaveOneOutRSquared: Double
  let rms: Double

  private typealias Vector = [Double]

  /// Fits some rows, each as often as it stands.
  init(_ response: [Double], _ terms: [[Double]], times: [Int]) throws(Refusal) {
    let rows = times.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
    let y = rows.map { response[$0] }
    let (count, width) = (y.count, terms.count + 1)
    var columns = [[Double](repeating: 1, count: count)]
    columns += terms.map { term in rows.map { term[$0] } }
    var (reflectors, r) = (
      [Vector](), [Vector](repeating: Vector(repeating: 0, count: width), count: width)
    )
    for j in 0..<width {
      var column = columns[j]
      let whole = Self.norm(column[...])
      for reflector in reflectors { column = Self.reflected(column, by: reflector) }
      let below = Self.norm(column[j...])
      guard below.isFinite, below > HouseholderQR.tolerance * whole else {
        throw .dependentColumn(j)
      }
      for i in 0..<j { r[i][j] = column[i] }
      let diagonal = column[j] < 0 ? below : -below
      r[j][j] = diagonal
      for i in 0..<j { column[i] = 0 }
      column[j] -= diagonal
      let length = Self.norm(column[j...])
      reflectors.append(column.enumerated().map { $0.offset < j ? 0 : $0.element / length })
    }
    let mean = Statistics.mean(y)
    let total = Statistics.sum(y.map { ($0 - mean) * ($0 - mean) })
    guard total > 0, y.contains(where: { $0 != y[0] }) else { throw .constantResponse }

    var rotated = reflectors.reduce(y) { Self.reflected($0, by: $1) }
    coefficients = Self.solved(r, Array(rotated[..<width]))
    for j in 0..<width { rotated[j] = 0 }
    residuals = reflectors.reversed().reduce(rotated) { Self.reflected($0, by: $1) }
    var leverages = Vector(repeating: 0, count: count)
    for j in 0..<width {
      var column = Vector(repeating: 0, count: count)
      column[j] = 1
      for k in (0...j).reversed() { column = Self.reflected(column, by: reflectors[k]) }
      for i in 0..<count { leverages[i] += column[i] * column[i] }
    }
    self.leverages = leverages
    let squares = Statistics.sum(residuals.map { $0 * $0 })
    let variance = squares / Double(count - width)
    var diagonal = Vector(repeating: 0, count: width)
    for k in 0..<width {
      var unit = Vector(repeating: 0, count: width)
      unit[k] = 1
      for (j, value) in Self.solved(r, unit).enumerated() { diagonal[j] += value * value }
    }
    errors = diagonal.map { ($0 * variance).squareRoot() }
    var alone = Vector()
    for (copy, row) in rows.enumerated() {
      let rest = 1 - Double(times[row]) * leverages[copy]
      alone.append(rest > HouseholderQR.tolerance ? residuals[copy] / rest : .nan)
    }
    rSquared = 1 - squares / total
    adjustedRSquared = 1 - squares / total * Double(count - 1) / Double(count - width)
    leaveOneOutRSquared = 1 - Statistics.sum(alone.map { $0 * $0 }) / total
    rms = (squares / Double(count)).squareRoot()
  }

  /// Everything in one list.
  var all: [Double] {
    coefficients + errors + residuals + leverages
      + [rSquared, adjustedRSquared, leaveOneOutRSquared, rms]
  }

  private static func reflected(_ x: Vector, by reflector: Vector) -> Vector {
    guard let first = reflector.firstIndex(where: { $0 != 0 }) else { return x }
    var (x, product) = (x, 0.0)
    for i in first..<x.count { product += reflector[i] * x[i] }
    for i in first..<x.count { x[i] -= 2 * product * reflector[i] }
    return x
  }

  private static func solved(_ r: [Vector], _ y: Vector) -> Vector {
    var x = y
    for i in x.indices.reversed() {
      for j in (i + 1)..<max(x.count, i + 1) { x[i] -= r[i][j] * x[j] }
      x[i] /= r[i][i]
    }
    return x
  }

  private static func norm(_ x: ArraySlice<Double>) -> Double {
    if x.contains(where: \.isNaN) { return .nan }
    let largest = x.map(\.magnitude).max() ?? 0
    guard largest > 0, largest.isFinite else { return largest }
    let parts = x.map { $0.magnitude / largest }
    return largest * Statistics.sum(parts.map { $0 * $0 }).squareRoot()
  }
}
