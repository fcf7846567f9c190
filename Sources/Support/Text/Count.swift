/// A number of things, as a sentence has it: `1 point`, `3,391 points`.
package struct Count: CustomStringConvertible {
  package let description: String

  package init(_ number: Int, _ one: String, _ many: String? = nil) {
    var digits = String(number)
    var end = digits.count - 3
    while end > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
      end -= 3
    }
    description = "\(digits) \(number == 1 ? one : many ?? one + "s")"
  }
}
