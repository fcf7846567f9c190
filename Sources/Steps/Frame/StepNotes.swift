/// What there is to be known of the making of a step's tables.
package struct StepNotes: Sendable {
  /// The rows that each part of the step could use.
  private var shares: [RowShare]
  /// What else, one sentence each.
  private let sentences: [String]

  init(shares: [RowShare], sentences: [String]) {
    (self.shares, self.sentences) = (shares, sentences)
  }

  /// Takes in what is to be known of the cells that follow, where a step is done for some after the
  /// other.
  package mutating func add(_ next: StepNotes) {
    for place in shares.indices { shares[place].add(next.shares[place]) }
  }

  /// All in words.
  ///
  /// - Parameter step: The name of the step.
  /// - Returns: One sentence each.
  package func sentences(of step: String) -> [String] {
    RowShare.notes(step, shares) + sentences
  }
}
