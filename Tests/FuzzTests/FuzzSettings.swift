import Foundation

/// How much damage is done, as the environment says.
enum FuzzSettings {
  /// How many inputs all readers get together: `UPSILON_FUZZ`.
  static let total = number("UPSILON_FUZZ") ?? 2_500
  /// What the damage is drawn from: `UPSILON_FUZZ_SEED`.
  static let seed = number("UPSILON_FUZZ_SEED") ?? 2026
  /// How long one reader may take for its share.
  static let minutes = 10 + total / 100_000

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap(Int.init)
  }
}
