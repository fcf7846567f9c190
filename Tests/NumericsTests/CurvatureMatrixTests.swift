import Numerics
import TestKit
import Testing

@Suite("Curvature matrix", .limited)
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

  @Test func solvesForADampedStep() throws {
    var matrix = CurvatureMatrix(size: 3)
    matrix.add(SIMD8(2, 0, 0, 0, 0, 0, 0, 0), weight: 4)
    matrix.add(SIMD8(0, 3e8, 1e8, 0, 0, 0, 0, 0), weight: 1)
    matrix.add(SIMD8(0, 1e8, -3e8, 0, 0, 0, 0, 0), weight: 1)
    let scale = SIMD8(4, 1e9.squareRoot() * 1e4, 1e9.squareRoot() * 1e4, 0, 0, 0, 0, 0)
    let right = SIMD8<Double>(8, 5e17, -2e17, 7, 7, 7, 7, 7)
    let free = ParameterSet([0, 1, 2])
    let plain = try #require(matrix.solve(right, scale: scale, damping: 0, free: free))
    #expect(plain[0].isNear(0.5) && plain[1].isNear(5) && plain[2].isNear(-2))
    #expect((3..<8).allSatisfy { plain[$0] == 0 })
    #expect(matrix.times(plain)[1].isNear(5e17))
    let damped = try #require(matrix.solve(right, scale: scale, damping: 1, free: free))
    #expect(damped[0].isNear(0.25) && damped[1].isNear(2.5) && damped[2].isNear(-1))
    let held = try #require(matrix.solve(right, scale: scale, damping: 0, free: ParameterSet([1])))
    #expect(held[0] == 0 && held[1].isNear(5) && held[2] == 0)
    matrix.add(-17, at: 0)
    #expect(matrix.solve(right, scale: scale, damping: 0, free: free) == nil)
  }

  @Test func scalesRowsAndColumns() {
    var matrix = CurvatureMatrix(size: 2)
    matrix.add(SIMD8(2, 6, 0, 0, 0, 0, 0, 0), weight: 4)
    matrix.scale(by: SIMD8(10, 0.5, 1, 1, 1, 1, 1, 1))
    #expect(matrix[0, 0] == 1600 && matrix[0, 1] == 240 && matrix[1, 1] == 36)
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

  @Test func knowsTheLogarithmOfItsDeterminant() throws {
    var matrix = CurvatureMatrix(size: 3)
    matrix.add(SIMD8(2, 0, 0, 0, 0, 0, 0, 0), weight: 4)
    matrix.add(SIMD8(0, 3e8, 1e8, 0, 0, 0, 0, 0), weight: 1)
    matrix.add(SIMD8(0, 1e8, -3e8, 0, 0, 0, 0, 0), weight: 1)
    let all = try #require(matrix.logDeterminant(of: ParameterSet([0, 1, 2])))
    #expect(all.isNear(Elementary.log(16) + 2 * Elementary.log(1e17), relative: 1e-14))
    let two = try #require(matrix.logDeterminant(of: ParameterSet([0, 2])))
    #expect(two.isNear(Elementary.log(16) + Elementary.log(1e17), relative: 1e-14))
    #expect(matrix.logDeterminant(of: ParameterSet()) == 0)
    matrix[1, 2] = 1.01e17
    matrix[2, 1] = 1.01e17
    #expect(matrix.logDeterminant(of: ParameterSet([0, 1, 2])) == nil)
    matrix[0, 0] = -1
    #expect(matrix.logDeterminant(of: ParameterSet([0])) == nil)
    matrix[0, 0] = .infinity
    #expect(matrix.logDeterminant(of: ParameterSet([0])) == nil)
  }
}
