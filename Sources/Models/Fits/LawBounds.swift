/// The bounds of every parameter of a law; where both are the same the parameter is fixed.
package struct LawBounds: Sendable {
  package var lower: ParameterVector
  package var upper: ParameterVector

  package init(lower: ParameterVector, upper: ParameterVector) {
    (self.lower, self.upper) = (lower, upper)
  }
}
