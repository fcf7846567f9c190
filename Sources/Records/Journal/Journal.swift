import Machine
package import Support

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// When, where and how long: what is not the same when a run is repeated.
package struct Journal: Sendable {
  package let json: JSONValue

  package init(started: Date, seconds: Double, jobs: Int, units: Int, computed: Int) {
    json = [
      "started": .string(started.formatted(Self.style)),
      "seconds": .number((seconds * 1000).rounded() / 1000),
      "jobs": .number(Double(jobs)),
      "units": .number(Double(units)),
      "units_computed": .number(Double(computed)),
      "platform": .string(Self.platform),
      "processors": .number(Double(Host.processors)),
    ]
  }

  /// Milliseconds tell the latest of several runs of one name.
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// The moment that a journal means; `nil` if it is no moment.
  package static func moment(_ text: String) -> Date? {
    try? style.parse(text)
  }

  /// Operating system and processor family.
  private static var platform: String {
    #if os(macOS)
      let system = "macOS"
    #else
      let system = "Linux"
    #endif
    #if arch(x86_64)
      return "\(system) x86_64"
    #else
      return "\(system) arm64"
    #endif
  }
}
