import Galaxies
package import Plans
import Specs
import Steps
import Support
import Tables

/// Whose records these are, and what they look like: the same for every process of one build that
/// works on a plan.
package struct RecordLayout: Equatable, Sendable {
  /// The records of one computation.
  package struct Shape: Equatable, Sendable {
    package let unitCount: Int
    /// How many doubles the record of a unit has.
    package let recordWidth: Int

    package init(unitCount: Int, recordWidth: Int) {
      self.unitCount = unitCount
      self.recordWidth = recordWidth
    }

    /// How many doubles all records have; `nil` if that is more than any machine has.
    var size: Int? {
      let (size, overflow) = unitCount.multipliedReportingOverflow(by: recordWidth)
      return overflow || max(size, unitCount) > RecordLayout.largestSize ? nil : size
    }
  }

  /// More doubles than any machine has; a layout that asks for them is none.
  private static let largestSize = 1 << 48

  /// The identity of the plan, 64 hexadecimal digits.
  package let identity: String
  /// The hash of what units and numbers stand for, 64 hexadecimal digits.
  package let meaning: String
  /// The program that computes them.
  package let build: Build
  /// The records of each computation, in the order of the plan.
  package let shapes: [Shape]

  init(identity: String, meaning: String, build: Build, shapes: [Shape]) {
    self.identity = identity
    self.meaning = meaning
    self.build = build
    self.shapes = shapes
  }

  package init(_ plan: Plan, by build: Build = .running) {
    self.init(
      identity: plan.identity.fingerprint.description,
      meaning: Fingerprint(of: Self.meaning(of: plan)).description, build: build,
      shapes: plan.computations.map {
        Shape(unitCount: $0.unitCount, recordWidth: $0.recordWidth)
      })
  }

  /// What has to be the same for a record to mean the same: axes and galaxies, by which units are
  /// counted; the fields of records; and the columns with their words, laws among them, whose
  /// positions records hold.
  private static func meaning(of plan: Plan) -> JSONValue {
    func words(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    return [
      "galaxies": words(plan.sample.galaxies.map(\.name)),
      "computations": .array(
        plan.computations.map { computation in
          [
            "axes": .array(
              computation.axes.map { [.string($0.name), .array($0.values.map { .number($0) })] }),
            "fields": words(computation.recordFields),
            "columns": .array(
              computation.schema.columns.map { [.string($0.name), words($0.words)] }),
          ]
        }),
    ]
  }

  /// Whether another program made such records of the same plan.
  func isOfAnotherBuild(than other: RecordLayout) -> Bool {
    identity == other.identity && build != other.build
  }

  /// How many units there are in all.
  package var unitCount: Int {
    shapes.reduce(0) { $0 + $1.unitCount }
  }

  /// The layout as numbers: identity, meaning and build as texts, the number of computations, units
  /// and width of each.
  var words: [UInt64] {
    [identity, meaning, build.digits].flatMap(RecordWords.text) + [UInt64(shapes.count)]
      + shapes.flatMap { [UInt64($0.unitCount), UInt64($0.recordWidth)] }
  }

  /// Reads a layout from its words; `nil` if they are none.
  init?(_ words: [UInt64]) {
    let length = RecordWords.textLength
    let texts = (0..<3).compactMap { RecordWords.text(words.dropFirst($0 * length).prefix(length)) }
    let numbers = words.dropFirst(3 * length).compactMap { Int(exactly: $0) }
    guard texts.count == 3, let build = Build(texts[2]), let count = numbers.first,
      numbers.count == words.count - 3 * length, count == (numbers.count - 1) / 2,
      numbers.count % 2 == 1
    else { return nil }
    let shapes = stride(from: 1, to: numbers.count, by: 2).map {
      Shape(unitCount: numbers[$0], recordWidth: numbers[$0 + 1])
    }
    // A plan has a computation or two.
    guard shapes.count < 256, shapes.allSatisfy({ $0.size != nil }) else { return nil }
    self.init(identity: texts[0], meaning: texts[1], build: build, shapes: shapes)
  }

  /// With what the checksum of a block begins, so that no block of another plan or build is taken
  /// for one.
  var seed: UInt64 {
    var checksum = WordChecksum(seed: RecordLogHead.version)
    for word in words { checksum.add(word) }
    return checksum.value
  }
}
