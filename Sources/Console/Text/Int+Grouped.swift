extension Int {
  /// The number with a comma between groups of three digits: `105,875`.
  package var grouped: String {
    var digits = String(magnitude)[...]
    var groups: [Substring] = []
    while !digits.isEmpty {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return (self < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}
