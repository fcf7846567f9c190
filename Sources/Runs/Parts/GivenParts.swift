package import Plans
import Specs
import Support

/// The files that were given as parts of some plans.
package struct GivenParts: Sendable {
  package let files: [String]
  /// The identities of the plans: a file of one of them is nothing to be told of another.
  let identities: Set<String>

  /// No files.
  package static let none = GivenParts([], of: [])

  /// - Parameters:
  ///   - files: The files.
  ///   - plans: What they may be parts of.
  package init(_ files: [String], of plans: [Plan]) {
    self.files = files
    identities = Set(plans.map { $0.identity.fingerprint.description })
  }

  /// Reads those of one plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - records: Receives the records that can be used.
  /// - Returns: What the files turned out to be.
  func read(_ plan: Plan, _ records: inout UnitRecords) -> PartReading {
    var reading = PartReading(of: plan, records.layout)
    for path in files { reading.read(path, &records) }
    reading.leaveOut(partsOf: identities)
    return reading
  }
}
