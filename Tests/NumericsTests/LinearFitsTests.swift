import Numerics
import TestKit
import Testing

/// Models side by side have the bits of each alone.
@Suite("Linear models side by side", .limited)
struct LinearFitsTests {
  private static let count = 40
  private static let terms = 4

  /// What is to be fitted in one lane.
  private struct Subject {
    var rows: [Int]
    var times: [Int]?
  }

  /// Awkward columns: of sizes far apart, nearly alike, with zeros of both signs.
  private static func columns(_ generator: inout SplitMix64) -> (y: [Double], terms: [[Double]]) {
    let first = (0..<count).map { _ in generator.normal() }
    let terms = [
      first, first.map { $0 + 1e-6 * generator.normal() },
      (0..<count).map { $0 % 3 == 0 ? -0.0 : 1e6 * generator.normal() },
      (0..<count).map { _ in generator.uniform() < 0.3 ? 0 : 1e-9 * generator.uniform() },
    ]
    return ((0..<count).map { first[$0] + 0.1 * generator.normal() }, terms)
  }

  private static func subject(_ generator: inout SplitMix64) -> Subject {
    let share = 0.3 + 0.7 * generator.uniform()
    let rows = (0..<count).filter { _ in generator.uniform() < share }
    let isDrawn = generator.uniform() < 0.5
    return Subject(
      rows: rows, times: isDrawn ? rows.map { _ in 1 + Int(generator.next() % 3) } : nil)
  }

  private static func bits(_ numbers: [Double]) -> [UInt64] {
    numbers.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
  }

  /// What came of one lane, refusals in words.
  private static func outcome(_ fits: borrowing LinearFits, _ lane: Int) -> (String, [UInt64]) {
    if let column = fits.dependentColumn(lane) { return ("column \(column)", []) }
    if fits.isConstant(lane) { return ("constant", []) }
    let numbers =
      fits.coefficients(lane) + fits.errors(lane) + fits.residuals(lane) + fits.leverages(lane)
      + [
        fits.rSquared(lane), fits.adjustedRSquared(lane), fits.leaveOneOutRSquared(lane),
        fits.rms(lane),
      ]
    return ("", bits(numbers))
  }

  private static func plain(
    _ subject: Subject, _ response: [Double], _ terms: [[Double]]
  ) -> (String, [UInt64]) {
    let times = subject.times ?? subject.rows.map { _ in 1 }
    do throws(PlainRegression.Refusal) {
      let fit = try PlainRegression(
        subject.rows.map { response[$0] }, terms.map { term in subject.rows.map { term[$0] } },
        times: times)
      return ("", bits(fit.all))
    } catch {
      switch error {
      case .dependentColumn(let column): return ("column \(column)", [])
      case .constantResponse: return ("constant", [])
      }
    }
  }

  /// Fits subjects in lanes; those beyond the last stay empty.
  private static func outcomes(
    _ subjects: [Subject], lanes: Int, _ response: [Double], _ terms: [[Double]]
  ) -> [(String, [UInt64])] {
    var fits = LinearFits(lanes: lanes, terms: terms.count, rows: 3 * count)
    var outcomes: [(String, [UInt64])] = []
    for start in stride(from: 0, to: subjects.count, by: lanes) {
      let block = subjects[start..<min(start + lanes, subjects.count)]
      fits.clear()
      for (lane, subject) in block.enumerated() {
        fits.load(lane, subject.rows, times: subject.times, response: response, terms: terms)
      }
      fits.fit()
      for lane in 0..<block.count { outcomes.append(outcome(fits, lane)) }
    }
    return outcomes
  }

  @Test(arguments: 0..<20)
  func haveTheBitsOfTheSingleOnes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var (response, terms) = Self.columns(&generator)
    // Sets with a term that some rows alone make a combination of the others, and a flat response.
    if seed % 4 == 1 { terms[3] = (0..<Self.count).map { $0 < 30 ? 2 * terms[0][$0] : 1 } }
    if seed % 4 == 2 { response = (0..<Self.count).map { $0 < 25 ? 0.1 : response[$0] } }
    if seed % 4 == 3 { terms[2] = (0..<Self.count).map { $0 == 7 ? 5 : 0 } }
    var subjects = (0..<21).map { _ in Self.subject(&generator) }
    subjects += [Subject(rows: Array(0..<25)), Subject(rows: Array(0..<30))]
    let wanted = subjects.map { Self.plain($0, response, terms) }
    for (found, wanted) in zip(Self.outcomes(subjects, lanes: 8, response, terms), wanted) {
      #expect(found == wanted)
    }
    for (found, wanted) in zip(Self.outcomes(subjects, lanes: 1, response, terms), wanted) {
      #expect(found == wanted)
    }
  }

  /// What a model comes to does not depend on its lane, nor on what stands in the others.
  @Test func doNotDependOnTheirNeighbours() {
    var generator = SplitMix64(seed: 99)
    let (response, terms) = Self.columns(&generator)
    let subjects = (0..<23).map { _ in Self.subject(&generator) }
    let first = Self.outcomes(subjects, lanes: 8, response, terms)
    for step in [5, 7, 11] {
      let order = subjects.indices.map { (step * $0 + 3) % subjects.count }
      let dealt = Self.outcomes(order.map { subjects[$0] }, lanes: 8, response, terms)
      for (index, found) in zip(order, dealt) { #expect(found == first[index]) }
    }
  }

  /// The comparison tells a number from one beside it.
  @Test func areNotAllAlike() {
    var generator = SplitMix64(seed: 4)
    let (response, terms) = Self.columns(&generator)
    let subject = Subject(rows: Array(0..<Self.count))
    var moved = response
    moved[3] += 1e-9
    let found = Self.outcomes([subject], lanes: 8, moved, terms)[0]
    #expect(found != Self.plain(subject, response, terms))
  }
}
