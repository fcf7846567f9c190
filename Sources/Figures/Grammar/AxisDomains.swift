package import Support

/// From where to where the two axes go.
package struct AxisDomains: Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .optional("x", \.x, DomainChoice.type, "of the x axis"),
    .optional("y", \.y, DomainChoice.type, "of the y axis"),
  ]
  package var x: DomainChoice?
  package var y: DomainChoice?
  package init() {}

  /// The same with what is not said here taken from another.
  func inheriting(_ outer: AxisDomains) -> AxisDomains {
    var result = self
    result.x = x ?? outer.x
    result.y = y ?? outer.y
    return result
  }
}
