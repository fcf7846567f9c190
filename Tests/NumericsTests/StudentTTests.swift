import Numerics
import TestKit
import Testing

@Suite("Student's t", .limited)
struct StudentTTests {
  @Test func agreesWithHighPrecision() throws {
    let table = try ReferenceTable.read("correlation.json", as: ReferenceTable.Correlations.self)
    #expect(table.studentT.count > 700)
    var (worst, place) = (0.0, [0.0])
    for row in table.studentT {
      let p = StudentT.twoSidedProbability(t: row[0], degreesOfFreedom: row[1])
      if row[2] < 2.3e-308 {
        #expect(abs(p - row[2]) < 1e-307, "t \(row[0]) at \(row[1])")
        continue
      }
      let error = abs(p - row[2]) / row[2]
      if !(error <= worst) { (worst, place) = (error, row) }
    }
    #expect(worst < 1e-13, "at \(place)")
  }

  @Test func isAnArcTangentForOneDegreeOfFreedom() {
    for t in [0.001, 0.3, 1, 4, 1e5] {
      let exact = 2 / Double.pi * Elementary.atan(1 / t)
      let p = StudentT.twoSidedProbability(t: t, degreesOfFreedom: 1)
      #expect(abs(p - exact) <= 4e-15 * exact)
    }
  }

  @Test func isAlgebraicForTwoDegreesOfFreedom() {
    for t in [0.001, 0.3, 1, 4] {
      let exact = 1 - t / (2 + t * t).squareRoot()
      let p = StudentT.twoSidedProbability(t: t, degreesOfFreedom: 2)
      #expect(abs(p - exact) <= 4e-15)
    }
  }

  @Test func runsFromOneToZeroWhateverTheSign() {
    for freedom in [0.5, 1, 10, 1000] {
      func p(_ t: Double) -> Double {
        StudentT.twoSidedProbability(t: t, degreesOfFreedom: freedom)
      }
      #expect(p(0) == 1)
      #expect(p(.infinity) == 0)
      #expect(p(-.infinity) == 0)
      #expect(p(-1.7) == p(1.7))
      let descending = stride(from: 0, through: 10, by: 0.01).map(p)
      #expect(zip(descending, descending.dropFirst()).allSatisfy { $0 > $1 })
    }
  }

  @Test func isNotANumberForNoNumber() {
    #expect(StudentT.twoSidedProbability(t: .nan, degreesOfFreedom: 3).isNaN)
    #expect(StudentT.twoSidedProbability(t: 1, degreesOfFreedom: .nan).isNaN)
  }

  @Test func refusesToHaveNoDegreesOfFreedom() async {
    await #expect(processExitsWith: .failure) {
      _ = StudentT.twoSidedProbability(t: 1, degreesOfFreedom: 0)
    }
  }
}
