import Foundation
package import Testing

extension Trait where Self == ConditionTrait {
  /// A suite or a test that costs seconds: it is left out, and named, where `UPSILON_QUICK` is set.
  package static var slow: Self {
    .disabled(
      if: ProcessInfo.processInfo.environment["UPSILON_QUICK"] != nil,
      "slow, and UPSILON_QUICK is set")
  }
}
