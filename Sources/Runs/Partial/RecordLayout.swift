package import Plans
import Specs
import Steps
import Support

/// Whose records these are, and what they look like: the same for every process that works on a plan.
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
  }

  /// The identity of the plan, 64 hexadecimal digits.
  package let identity: String
  /// The records of each computation, in the order of the plan.
  package let shapes: [Shape]

  package init(identity: String, shapes: [Shape]) {
    self.identity = identity
    self.shapes = shapes
  }

  package init(_ plan: Plan) {
    self.init(
      identity: plan.identity.fingerprint.description,
      shapes: plan.computations.map {
        Shape(unitCount: $0.unitCount, recordWidth: $0.recordWidth)
      })
  }

  /// How many units there are in all.
  package var unitCount: Int {
    shapes.reduce(0) { $0 + $1.unitCount }
  }

  /// The layout as numbers: the identity, the number of computations, units and width of each.
  var words: [UInt64] {
    let digits = Array(identity.utf8)
    let identity = stride(from: 0, to: 64, by: 8).map { start in
      digits[start..<min(start + 8, digits.count)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    return identity + [UInt64(shapes.count)]
      + shapes.flatMap { [UInt64($0.unitCount), UInt64($0.recordWidth)] }
  }

  /// With what the checksum of a block begins, so that no block of another plan is taken for one.
  var seed: UInt64 {
    var checksum = WordChecksum(seed: RecordLogHead.version)
    for word in words { checksum.add(word) }
    return checksum.value
  }
}
