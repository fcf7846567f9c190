import Support

/// The walk through two JSON values that finds where they differ.
struct JSONComparison {
  private let isOrdered: Bool
  private let isWhole: (String) -> Bool
  private(set) var found: [JSONDifference] = []
  /// The name of the innermost named object on the way.
  private var object: String?

  init(isOrdered: Bool, isWhole: @escaping (String) -> Bool) {
    self.isOrdered = isOrdered
    self.isWhole = isWhole
  }

  mutating func compare(_ old: JSONValue?, _ new: JSONValue?, _ pointer: String) {
    switch (old, new) {
    case (.object(let older)?, .object(let newer)?) where !isWhole(pointer):
      compareObjects(older, newer, pointer)
    case (.array(let older)?, .array(let newer)?) where !isWhole(pointer):
      compareLists(older, newer, pointer)
    default:
      if old != new { add(old, new, pointer) }
    }
  }

  private mutating func add(_ old: JSONValue?, _ new: JSONValue?, _ pointer: String) {
    found.append(JSONDifference(pointer: pointer, object: object, old: old, new: new))
  }

  private mutating func compareObjects(
    _ old: [JSONValue.Member], _ new: [JSONValue.Member], _ pointer: String
  ) {
    let (before, after) = (old.map(\.key), new.map(\.key))
    for key in before + after.filter({ !before.contains($0) }) {
      compare(
        old.first { $0.key == key }?.value, new.first { $0.key == key }?.value,
        "\(pointer)/\(JSONDifference.token(key))")
    }
    if isOrdered, before.filter(after.contains) != after.filter(before.contains) {
      add(.array(before.map { .string($0) }), .array(after.map { .string($0) }), pointer)
    }
  }

  private mutating func compareLists(_ old: [JSONValue], _ new: [JSONValue], _ pointer: String) {
    if old == new { return }
    if let before = Self.names(of: old), let after = Self.names(of: new) {
      compareNamed(old, before, new, after, pointer)
      return
    }
    let changed = zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }
    if old.count == new.count, changed.count == 1, let only = changed.first {
      compare(only.element.0, only.element.1, "\(pointer)/\(only.offset)")
    } else {
      add(.array(old), .array(new), pointer)
    }
  }

  /// Compares the objects of two lists by their names.
  private mutating func compareNamed(
    _ old: [JSONValue], _ before: [String], _ new: [JSONValue], _ after: [String],
    _ pointer: String
  ) {
    let outer = object
    for name in before + after.filter({ !before.contains($0) }) {
      let (was, becomes) = (before.firstIndex(of: name), after.firstIndex(of: name))
      guard let place = becomes ?? was else { continue }
      object = name
      compare(was.map { old[$0] }, becomes.map { new[$0] }, "\(pointer)/\(place)")
    }
    object = outer
    if before.filter(after.contains) != after.filter(before.contains) {
      add(.array(before.map { .string($0) }), .array(after.map { .string($0) }), pointer)
    }
  }

  /// The names of the objects of a list; `nil` unless each has one of its own.
  private static func names(of values: [JSONValue]) -> [String]? {
    let names = values.compactMap { $0["name"]?.string }
    return names.count == values.count && Set(names).count == names.count ? names : nil
  }
}
