extension String {
  /// The text with a capital at its start.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
