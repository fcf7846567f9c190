extension ParameterVector {
  /// The same values with a number for each that is NaN.
  func replacingMissing(with number: Double) -> ParameterVector {
    var values = self
    for index in 0..<Self.capacity where values[index].isNaN { values[index] = number }
    return values
  }
}
