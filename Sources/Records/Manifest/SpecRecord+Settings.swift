package import Support

extension SpecRecord {
  /// One setting of a spec.
  package struct Setting: Hashable, Sendable {
    /// Where it stands, as a JSON Pointer; a step is named there by its name.
    package let pointer: String
    /// Its canonical spelling.
    package let value: String

    package init(pointer: String, value: String) {
      self.pointer = pointer
      self.value = value
    }
  }

  /// Every setting, the versions of methods among them: objects by key and steps by name, each
  /// other list as one value.
  package static func settings(of spec: JSONValue) -> [Setting] {
    var found: [Setting] = []
    for member in spec.entries where member.key != "name" {
      collect(member.value, "/\(member.key)", &found)
    }
    return found
  }

  /// The hash of all settings but the name of the spec and the versions of methods: runs that have
  /// it in common ask for the same.
  package var question: Fingerprint {
    Fingerprint(of: .object(settings.filter { !["name", "methods"].contains($0.key) }))
  }

  private static func collect(_ value: JSONValue, _ pointer: String, _ found: inout [Setting]) {
    if let members = members(of: value) {
      for member in members { collect(member.value, "\(pointer)/\(member.key)", &found) }
    } else if let steps = steps(of: value) {
      // The order of steps is that of their tables.
      let names = JSONValue.array(steps.map { .string($0.name) })
      found.append(Setting(pointer: pointer, value: names.canonicalText))
      for step in steps { collect(step.value, "\(pointer)/\(step.name)", &found) }
    } else {
      found.append(Setting(pointer: pointer, value: value.canonicalText))
    }
  }

  /// The members of an object, or of a list of keys and values as a scientific spec has it; `nil`
  /// for what is neither, and for what has none.
  private static func members(of value: JSONValue) -> [JSONValue.Member]? {
    if let members = value.members { return members.isEmpty ? nil : members }
    guard let elements = value.array, !elements.isEmpty else { return nil }
    let pairs = elements.compactMap { element -> JSONValue.Member? in
      guard let pair = element.array, pair.count == 2, let key = pair[0].string else { return nil }
      return .init(key, pair[1])
    }
    return pairs.count == elements.count ? pairs : nil
  }

  /// The steps of a list in which each has a name of its own.
  private static func steps(of value: JSONValue) -> [(name: String, value: JSONValue)]? {
    guard let elements = value.array, !elements.isEmpty else { return nil }
    let steps = elements.compactMap { step in
      members(of: step)?.first { $0.key == "name" }?.value.string.map { (name: $0, value: step) }
    }
    return Set(steps.map(\.name)).count == elements.count ? steps : nil
  }
}
