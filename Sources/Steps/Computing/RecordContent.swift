/// What a double in the record of a unit stands for, and so which doubles it can be; NaN stands for
/// what is missing.
package enum RecordContent: Equatable, Sendable {
  /// A number.
  case number
  /// A whole number that a double holds exactly.
  case whole
  /// 0 or 1.
  case flag
  /// A position in a list with so many entries, as tables store words.
  case code(below: Int)

  /// The largest whole number up to which a double holds every one.
  private static let largestWhole = 9_007_199_254_740_992.0

  /// Whether a record can have a double there.
  package func allows(_ value: Double) -> Bool {
    if value.isNaN { return true }
    return switch self {
    case .number: true
    case .whole: value == value.rounded() && value.magnitude <= Self.largestWhole
    case .flag: value == 0 || value == 1
    case .code(let count): value >= 0 && value < Double(count) && value == value.rounded()
    }
  }
}
