extension Array {
  /// The elements in parts of one size, of which the last may be smaller.
  ///
  /// - Parameter size: How many elements a part has, at least one.
  /// - Returns: The parts, in order.
  package func inParts(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
