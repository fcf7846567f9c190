/// What a number may be, and the words for it.
enum ValueRule {
  case any
  case positive
  case notNegative
  /// A speed, of which the sign has no meaning.
  case speed
  /// An angle between the line of sight and the axis of a disk that shows its rotation.
  case inclination
  /// A number in a range.
  case between(ClosedRange<Int>)
  /// A whole number in a range.
  case whole(ClosedRange<Int>)

  /// What to do about a number that is not allowed; `nil` where the demand says it.
  var advice: String? {
    guard case .speed = self else { return nil }
    return "remove the row, or give the approaching side as positive speeds"
  }

  /// What a number should be that is not allowed.
  func demand(unmetBy value: Double) -> String? {
    switch self {
    case .any: return nil
    case .positive: return value > 0 ? nil : "positive"
    case .notNegative, .speed: return value >= 0 ? nil : "zero or positive"
    case .inclination: return value > 0 && value <= 90 ? nil : "above 0 and at most 90"
    case .between(let range):
      return value >= Double(range.lowerBound) && value <= Double(range.upperBound)
        ? nil : "a number from \(range.lowerBound) to \(range.upperBound)"
    case .whole(let range):
      let isWhole = value.rounded() == value
      return isWhole && value >= Double(range.lowerBound) && value <= Double(range.upperBound)
        ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
