/// The key of a map: which colour stands for which value.
package struct ColourBar: Equatable, Sendable {
  /// In the markup of labels.
  package var label: String
  package var domain: ClosedRange<Double>
  /// Whether values beyond an end have the colour of that end, which its text then says.
  package var isClampedBelow: Bool
  package var isClampedAbove: Bool
  /// A value with a mark of its own: the edge of what is within a tolerance of the best.
  package var mark: Double?

  package init(
    label: String, domain: ClosedRange<Double>, isClampedBelow: Bool, isClampedAbove: Bool,
    mark: Double?
  ) {
    self.label = label
    self.domain = domain
    self.isClampedBelow = isClampedBelow
    self.isClampedAbove = isClampedAbove
    self.mark = mark
  }
}
