import Support

extension JSONValue {
  /// The value with what only another one has: members of objects, and elements of lists.
  ///
  /// A list grows where its elements stand in the other one in the same order, named objects being
  /// the same by their name. All that differs stays as it is here.
  func extended(by other: JSONValue) -> JSONValue {
    if let old = members, let new = other.members {
      return .object(
        old.map { .init($0.key, other[$0.key].map($0.value.extended(by:)) ?? $0.value) }
          + new.filter { self[$0.key] == nil })
    }
    if let old = array, let new = other.array {
      return Self.extended(old, by: new).map { .array($0) } ?? self
    }
    return self
  }

  /// The elements of both lists in the order of the second; `nil` if it lacks one or turns them
  /// round.
  private static func extended(_ old: [JSONValue], by new: [JSONValue]) -> [JSONValue]? {
    var rest = old[...]
    let both = new.map { element in
      guard let first = rest.first, first.isSame(as: element) else { return element }
      rest.removeFirst()
      return first.extended(by: element)
    }
    return rest.isEmpty ? both : nil
  }

  private func isSame(as other: JSONValue) -> Bool {
    guard let name = self["name"] else { return self == other }
    return name == other["name"]
  }
}
