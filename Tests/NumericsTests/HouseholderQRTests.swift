import Numerics
import TestKit
import Testing

/// Expected values are those of numpy 2.4.6 on the same problem.
@Suite("Householder QR", .limited)
struct HouseholderQRTests {
  static let matrix: [Double] = [
    1, 0.5, 2, 1, 1.5, -1, 1, 2, 0.3, 1, 3.5, 4, 1, 5, 1.5, 1, 8, -2.5,
  ]
  static let rightHandSide = [1.0, 2, 0.5, 4, 3, 7.5]

  static func near(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-13) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
  }

  @Test func solvesLeastSquares() throws {
    let solution = try HouseholderQR(Self.matrix, columns: 3).solve(Self.rightHandSide)
    #expect(
      Self.near(
        solution.coefficients,
        [0.091_036_513_213_498_57, 0.850_354_989_575_703_7, 0.005_000_845_213_275_845]))
    #expect(
      Self.near(
        solution.residuals,
        [
          0.473_784_301_572_097_94, 0.638_431_847_636_221_8, -1.293_246_745_928_888_6,
          0.912_717_642_418_435_1, -1.350_312_728_911_929_7, 0.618_625_683_214_062,
        ]))
  }

  @Test func givesLeveragesAndVariances() throws {
    let factors = try HouseholderQR(Self.matrix, columns: 3)
    let leverages = factors.leverages
    #expect(
      Self.near(
        leverages,
        [
          0.395_602_073_589_902_24, 0.522_448_462_114_320_7, 0.257_470_075_425_222_54,
          0.666_374_196_041_181_9, 0.314_057_104_218_821_66, 0.844_048_088_610_549_8,
        ]))
    #expect(abs(Statistics.sum(leverages) - 3) < 1e-14)
    #expect(
      Self.near(
        factors.inverseGramDiagonal,
        [0.641_106_847_032_495_9, 0.032_007_421_777_523_75, 0.045_530_834_185_254_644]))
  }

  @Test func keepsTheDigitsThatNormalEquationsLose() throws {
    // Läuchli's matrix: its Gram matrix is singular in double precision.
    let small = 1e-9
    let matrix = [1, 1, small, 0, 0, small]
    let solution = try HouseholderQR(matrix, columns: 2).solve([2, small, small])
    #expect(Self.near(solution.coefficients, [1, 1], within: 1e-6))
  }

  @Test func reproducesAnExactSystem() throws {
    let solution = try HouseholderQR([0, 2, 3, 0], columns: 2).solve([4, 9])
    #expect(Self.near(solution.coefficients, [3, 2]))
    #expect(Self.near(solution.residuals, [0, 0]))
    #expect(Self.near(try HouseholderQR([5], columns: 1).solve([10]).coefficients, [2]))
  }

  @Test func namesTheFirstDependentColumn() {
    let doubled: [Double] = [1, 0, 2, 0, 1, 1, 5, 1, 1, 2, 8, 4, 1, 3, 11, 9, 1, 4, 14, 16]
    #expect(throws: HouseholderQR.Failure.dependentColumn(2)) {
      try HouseholderQR(doubled, columns: 4)
    }
    #expect(throws: HouseholderQR.Failure.dependentColumn(0)) {
      try HouseholderQR([0, 1, 0, 2], columns: 2)
    }
    #expect(throws: HouseholderQR.Failure.dependentColumn(1)) {
      try HouseholderQR([1, .nan, 1, 2], columns: 2)
    }
    #expect(throws: HouseholderQR.Failure.tooFewRows) {
      try HouseholderQR([1, 2, 3], columns: 3)
    }
  }

  @Test func doesNotDependOnTheUnitsOfAColumn() throws {
    let scaled = Self.matrix.enumerated().map {
      $0.offset % 3 == 1 ? $0.element * 1e-200 : $0.element
    }
    let solution = try HouseholderQR(scaled, columns: 3).solve(Self.rightHandSide)
    #expect(abs(solution.coefficients[1] * 1e-200 - 0.850_354_989_575_703_7) < 1e-13)
  }
}
