import Numerics
import TestKit
import Testing

@Suite("Curvature matrix")
struct CurvatureMatrixTests {
  @Test func invertsATwoByTwoMatrix() {
    var generator = SplitMix64(seed: 40)
    for _ in 0..<100 {
      var matrix = CurvatureMatrix(size: 2)
      var (a, b, c) = (0.0, 0.0, 0.0)
      for _ in 0..<8 {
        let (x, y) = (generator.normal(), 1e4 * generator.normal())
        let weight = generator.uniform() + 0.1
        matrix.add(SIMD8(x, y, 0, 0, 0, 0, 0, 0), weight: weight)
        a += weight * x * x
        b += weight * x * y
        c += weight * y * y
      }
      let determinant = a * c - b * b
      let variances = matrix.inverseDiagonal(of: ParameterSet([0, 1]))
      #expect(variances[0].isNear(c / determinant, relative: 1e-11))
      #expect(variances[1].isNear(a / determinant, relative: 1e-11))
    }
  }

  @Test func invertsAMatrixOfFour() {
    // With columns Q D of orthogonal Q the variances are those of D alone.
    let half = [[1.0, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]]
    let sizes = [1e-3, 2, 50, 1e6]
    var matrix = CurvatureMatrix(size: 4)
    for row in half {
      matrix.add(SIMD8(zip(row, sizes).map { 0.5 * $0 * $1 } + [0, 0, 0, 0]), weight: 1)
    }
    let variances = matrix.inverseDiagonal(of: ParameterSet(0..<4))
    for i in 0..<4 { #expect(variances[i].isNear(1 / (sizes[i] * sizes[i]))) }
  }

  @Test func leavesOutWhatIsFixed() {
    var matrix = CurvatureMatrix(size: 2)
    matrix.add(SIMD8(2, 6, 0, 0, 0, 0, 0, 0), weight: 4)
    #expect(matrix.inverseDiagonal(of: ParameterSet([0]))[0] == 1.0 / 16)
    #expect(matrix.inverseDiagonal(of: ParameterSet([1]))[1] == 1.0 / 144)
  }

  @Test func boundsNothingWhereItIsSingular() {
    var matrix = CurvatureMatrix(size: 2)
    matrix.add(SIMD8(2, 6, 0, 0, 0, 0, 0, 0), weight: 4)
    #expect(matrix.inverseDiagonal(of: ParameterSet([0, 1]))[0] == .infinity)
    #expect(matrix.inverseDiagonal(of: ParameterSet([0, 1]))[1] == .infinity)
    #expect(CurvatureMatrix(size: 2).inverseDiagonal(of: ParameterSet([0]))[0] == .infinity)
  }
}
