package import Support

/// One place in which two JSON values differ.
package struct JSONDifference: Equatable, Sendable {
  /// Where: a JSON Pointer into the newer value, or into the older one for what was removed.
  ///
  /// - SeeAlso: RFC 6901.
  package let pointer: String
  /// The name of the named object that the place is in, where it stands in a list of them.
  package let object: String?
  /// The value before; `nil` if there was none.
  package let old: JSONValue?
  /// The value after; `nil` if there is none any more.
  package let new: JSONValue?

  /// Finds every place in which two values differ.
  ///
  /// Objects are compared by key. Lists of objects that all have a name are compared by name, other
  /// lists by position: where a single element of two equally long lists differs, the difference is
  /// told in that element, otherwise the list is one difference.
  ///
  /// - Parameters:
  ///   - old: The value before.
  ///   - new: The value after.
  ///   - pointer: Where the two stand.
  ///   - isOrdered: Whether the order of the keys of objects counts; a new order is one difference,
  ///     between two lists of keys.
  ///   - isWhole: Whether the value at a pointer is one setting, not to be told in parts.
  /// - Returns: The differences, in the order of the older value and then of the newer.
  package static func between(
    _ old: JSONValue, _ new: JSONValue, at pointer: String = "", isOrdered: Bool = false,
    isWhole: (String) -> Bool = { _ in false }
  ) -> [JSONDifference] {
    withoutActuallyEscaping(isWhole) { isWhole in
      var comparison = JSONComparison(isOrdered: isOrdered, isWhole: isWhole)
      comparison.compare(old, new, pointer)
      return comparison.found
    }
  }

  /// A key as a part of a pointer.
  package static func token(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
