import Galaxies
package import Plans
import Specs
package import Steps
import Support
import Tables

/// Whose records these are, and what they look like: the same for every process of one build that
/// works on a plan.
package struct RecordLayout: Equatable, Sendable {
  /// The records of one computation.
  package struct Shape: Equatable, Sendable {
    /// How the units are numbered.
    package let order: UnitOrder
    /// How many doubles the record of a unit has.
    package let recordWidth: Int
    /// How many units are computed and stored together at most.
    package let unitsPerPiece: Int

    package init(order: UnitOrder, recordWidth: Int, unitsPerPiece: Int = 256) {
      self.order = order
      self.recordWidth = recordWidth
      self.unitsPerPiece = unitsPerPiece
    }

    /// How many units there are.
    package var unitCount: Int { order.unitCount }

    /// The shape as numbers: cells, galaxies, models, width, units of a piece.
    fileprivate var numbers: [Int] {
      [order.cells, order.galaxies, order.models, recordWidth, unitsPerPiece]
    }

    /// How many numbers a shape is.
    fileprivate static let numberCount = 5

    /// Reads a shape; `nil` if it has no units, or more doubles than any machine.
    fileprivate init?(_ numbers: ArraySlice<Int>) {
      var size = 1
      for number in numbers {
        let (product, overflow) = size.multipliedReportingOverflow(by: number)
        guard number > 0, !overflow, product <= RecordLayout.largestSize else { return nil }
        size = product
      }
      let numbers = Array(numbers)
      self.init(
        order: UnitOrder(cells: numbers[0], galaxies: numbers[1], models: numbers[2]),
        recordWidth: numbers[3], unitsPerPiece: numbers[4])
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
        Shape(
          order: $0.order, recordWidth: $0.recordWidth, unitsPerPiece: $0.unitsPerPiece)
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

  /// The layout as numbers: identity, meaning and build as texts, the number of computations, the
  /// shape of each.
  var words: [UInt64] {
    [identity, meaning, build.digits].flatMap(RecordWords.text) + [UInt64(shapes.count)]
      + shapes.flatMap { $0.numbers.map { UInt64($0) } }
  }

  /// Reads a layout from its words; `nil` if they are none.
  init?(_ words: [UInt64]) {
    let length = RecordWords.textLength
    let texts = (0..<3).compactMap { RecordWords.text(words.dropFirst($0 * length).prefix(length)) }
    let numbers = words.dropFirst(3 * length).compactMap { Int(exactly: $0) }
    guard texts.count == 3, let build = Build(texts[2]), let count = numbers.first,
      numbers.count == words.count - 3 * length,
      // A plan has a computation or two.
      count < 256, numbers.count == 1 + count * Shape.numberCount
    else { return nil }
    let shapes = stride(from: 1, to: numbers.count, by: Shape.numberCount).compactMap {
      Shape(numbers[$0..<($0 + Shape.numberCount)])
    }
    guard shapes.count == count else { return nil }
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
