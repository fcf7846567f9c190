/// How mistakes in rules by quantity are told.
struct QuantityWording: Sendable {
  /// What the rules are: `bounds`.
  let noun: String
  /// What the rule of one quantity is: `its bounds are a list of two`.
  let form: String
  /// A rule of one quantity, as it is written.
  let example: String
}
