import Numerics

/// A symmetric matrix by one or two parameters in each lane, with the bits of ``LaneMatrix``.
struct LanePair {
  let size: Int
  var first = Lanes(0)
  var mixed = Lanes(0)
  var second = Lanes(0)

  @inline(__always)
  init(size: Int) {
    self.size = size
  }

  @inline(__always)
  static func - (one: LanePair, other: LanePair) -> LanePair {
    var difference = one
    difference.first -= other.first
    difference.mixed -= other.mixed
    difference.second -= other.second
    return difference
  }

  /// The matrix of one lane.
  func matrix(_ lane: Int) -> CurvatureMatrix {
    var matrix = CurvatureMatrix(size: size)
    if size > 0 { matrix[0, 0] = first[lane] }
    if size > 1 {
      (matrix[1, 0], matrix[0, 1]) = (mixed[lane], mixed[lane])
      matrix[1, 1] = second[lane]
    }
    return matrix
  }

  /// Where every element of the diagonal is positive and a number.
  @inline(__always)
  var hasPositiveDiagonal: Lanes.Mask {
    let isFirst = (first .> 0) .& (first .< .infinity)
    return size > 1
      ? isFirst .& (second .> 0) .& (second .< .infinity) : size > 0 ? isFirst : Lanes.Mask(true)
  }

  /// The correlation, and one less its square.
  @inline(__always)
  private var rest: (correlation: Lanes, rest: Lanes) {
    let correlation = mixed / (second * first).squareRoot()
    return (correlation, 1 - correlation * correlation)
  }

  /// The diagonal of the inverse; infinite where the matrix is not positive definite.
  ///
  /// - Precondition: The diagonal is positive in the lanes that count.
  @inline(__always)
  var inverseDiagonal: (first: Lanes, second: Lanes) {
    guard size > 1 else { return (1 / first, Lanes(0)) }
    let (correlation, rest) = rest
    let exists = rest .> 1e-15
    let root = rest.squareRoot()
    let (slant, own) = (-correlation / root, 1 / root)
    return (
      Lanes(.infinity).replacing(with: (1 + slant * slant) / first, where: exists),
      Lanes(.infinity).replacing(with: own * own / second, where: exists)
    )
  }

  /// The natural logarithm of the determinant; NaN where the matrix is not positive definite.
  @inline(__always)
  var logDeterminant: Lanes {
    var (sum, exists) = (Lanes(0), hasPositiveDiagonal)
    if size > 0 { sum += Elementary.log(first) }
    if size > 1 {
      let rest = rest.rest
      sum += Elementary.log(second)
      sum += 2 * Elementary.log(rest.squareRoot())
      exists = (exists .& (rest .> 1e-15))
    }
    return Lanes(.nan).replacing(with: sum, where: exists)
  }
}
