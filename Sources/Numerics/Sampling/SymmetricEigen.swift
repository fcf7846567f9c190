/// The eigenvalues and eigenvectors of a symmetric matrix of up to eight rows.
///
/// By Jacobi's rotations, in a fixed order.
///
/// - SeeAlso: Golub & Van Loan 2013, Matrix Computations, 4th edition, section 8.5.
package struct SymmetricEigen: Sendable {
  package private(set) var values = Lanes.zero
  /// The eigenvectors, one by column; shape `[dimension][dimension]` in the first lanes.
  package private(set) var vectors = [8 of Lanes](repeating: .zero)
  private let dimension: Int

  /// - Parameters:
  ///   - matrix: The rows of a symmetric matrix of finite numbers.
  ///   - dimension: How many rows there are.
  package init(of matrix: [8 of Lanes], dimension: Int) {
    self.dimension = dimension
    var rest = matrix
    for i in 0..<dimension { vectors[i][i] = 1 }
    for _ in 0..<30 {
      var (outside, inside) = (0.0, 0.0)
      for i in 0..<dimension {
        for j in 0..<dimension {
          let square = rest[i][j] * rest[i][j]
          if i == j { inside += square } else { outside += square }
        }
      }
      guard outside > 1e-26 * inside else { break }
      for p in 0..<dimension {
        for q in (p + 1)..<max(dimension, p + 1) { rotate(&rest, p, q) }
      }
    }
    for i in 0..<dimension { values[i] = rest[i][i] }
  }

  private mutating func rotate(_ rest: inout [8 of Lanes], _ p: Int, _ q: Int) {
    guard rest[p][q] != 0 else { return }
    let slope = (rest[q][q] - rest[p][p]) / (2 * rest[p][q])
    let size = slope.magnitude + (1 + slope * slope).squareRoot()
    let tangent = slope < 0 ? -1 / size : 1 / size
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    for k in 0..<dimension {
      let (a, b) = (rest[k][p], rest[k][q])
      rest[k][p] = cosine * a - sine * b
      rest[k][q] = sine * a + cosine * b
    }
    let (a, b) = (rest[p], rest[q])
    rest[p] = cosine * a - sine * b
    rest[q] = sine * a + cosine * b
    for k in 0..<dimension {
      let (a, b) = (vectors[k][p], vectors[k][q])
      vectors[k][p] = cosine * a - sine * b
      vectors[k][q] = sine * a + cosine * b
    }
  }

  /// The matrix with the same eigenvectors whose eigenvalues are a function of these.
  package func mapped(_ function: (Double) -> Double) -> [8 of Lanes] {
    var result = [8 of Lanes](repeating: .zero)
    for k in 0..<dimension {
      let value = function(values[k])
      for i in 0..<dimension {
        for j in 0..<dimension { result[i][j] += value * vectors[i][k] * vectors[j][k] }
      }
    }
    return result
  }
}
