extension Int {
  /// The number of some things as a sentence has it: `1 point`, `3,391 points`.
  package func counted(_ one: String, _ many: String) -> String {
    "\(grouped) \(self == 1 ? one : many)"
  }
}
