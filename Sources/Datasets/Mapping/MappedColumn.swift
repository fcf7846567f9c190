package import Support

/// One entry of `columns`: a name of the program, and where a file has it.
package struct MappedColumn: Sendable {
  package let name: String
  package let source: ColumnSource
  /// The unit that the spec gives.
  package let unit: String?
  /// Where the spec has it.
  package let place: Place?

  package init(_ name: String, _ source: ColumnSource, unit: String? = nil, at place: Place? = nil)
  {
    self.name = name
    self.source = source
    self.unit = unit
    self.place = place
  }

  /// As a spec has it, every key written out.
  var resolved: JSONValue {
    guard case .object(var members) = source.resolved else { return source.resolved }
    if let unit { members.append(.init("unit", .string(unit))) }
    return .object(members)
  }
}

extension MappedColumn: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.source == right.source && left.unit == right.unit
  }
}
