package import Support

/// The settings in which two specs differ.
///
/// Either may be a resolved spec, as `spec.json` of a run has it, or the scientific one of a
/// manifest; what only the former has is compared where both have it.
package struct SpecDiff: Equatable, Sendable {
  /// The versions of methods: pointers `/methods/<family>`.
  package let methods: [JSONDifference]
  /// What else may determine results.
  package let settings: [JSONDifference]
  /// What cannot: question, source, answer, expectations, figures, limits, the path of own files.
  package let cosmetic: [JSONDifference]

  /// Whether nothing differs that may determine results.
  package var isEmpty: Bool { methods.isEmpty && settings.isEmpty }

  /// Compares two specs; the name of the experiment does not count.
  package init(_ old: JSONValue, _ new: JSONValue) {
    let isResolved = [old, new].allSatisfy { $0["upsilon"] != nil }
    let all = JSONDifference.between(
      Self.comparable(old, isResolved), Self.comparable(new, isResolved)
    ) { pointer in
      pointer.hasPrefix("/grid/")
    }
    // There the order of keys is that of columns and rows.
    let steps = JSONDifference.between(
      Self.steps(old), Self.steps(new), at: "/analyses", isOrdered: true)
    cosmetic = all.filter { Self.isCosmetic($0.pointer) }
    methods = all.filter { $0.pointer.hasPrefix("/methods/") }
    settings =
      all.filter { !Self.isCosmetic($0.pointer) && !$0.pointer.hasPrefix("/methods/") } + steps
  }

  private static func isCosmetic(_ pointer: String) -> Bool {
    [
      "/question", "/source", "/answer", "/expect", "/limits", "/outputs/figures",
      "/outputs/report", "/dataset/path",
    ].contains {
      pointer == $0 || pointer.hasPrefix("\($0)/")
    }
  }

  /// A spec in the shape of a resolved one, without its name and its analyses.
  ///
  /// - Parameters:
  ///   - spec: A resolved or a scientific spec.
  ///   - isResolved: Whether to keep what only resolved ones have.
  /// - Returns: What is compared by key.
  private static func comparable(_ spec: JSONValue, _ isResolved: Bool) -> JSONValue {
    let tables = (spec["outputs"]?["tables"] ?? spec["tables"])?.array?.compactMap(\.string)
    var outputs = [
      // The order in which tables are asked for does not matter.
      JSONValue.Member("tables", tables.map { .array($0.sorted().map { .string($0) }) } ?? .null)
    ]
    if isResolved {
      outputs += ["figures", "report"].map { .init($0, spec["outputs"]?[$0] ?? .null) }
    }
    let kept = spec.entries.filter { member in
      !["name", "analyses", "outputs", "tables"].contains(member.key)
        && (isResolved || !isOnlyResolved(member.key))
    }
    return .object(kept.map { withoutPath($0, isResolved) } + [.init("outputs", .object(outputs))])
  }

  private static func isOnlyResolved(_ key: String) -> Bool {
    ["upsilon", "question", "source", "answer", "authors", "expect", "limits"].contains(key)
  }

  /// A member, the path of own files left out where one side does not have it.
  private static func withoutPath(
    _ member: JSONValue.Member, _ isResolved: Bool
  ) -> JSONValue.Member {
    guard member.key == "dataset", !isResolved, let parts = member.value.members else {
      return member
    }
    return .init("dataset", .object(parts.filter { $0.key != "path" }))
  }

  /// The analyses as objects.
  ///
  /// A scientific spec has lists of key and value instead, whose order the canonical spelling
  /// keeps.
  private static func steps(_ spec: JSONValue) -> JSONValue {
    guard let steps = spec["analyses"] else { return [] }
    return .array(steps.elements.map(restored))
  }

  private static func restored(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members): return .object(members.map { .init($0.key, restored($0.value)) })
    case .array(let values):
      let pairs = values.compactMap { value -> JSONValue.Member? in
        guard let pair = value.array, pair.count == 2, let key = pair[0].string else { return nil }
        return .init(key, restored(pair[1]))
      }
      let isObject = !pairs.isEmpty && pairs.count == values.count
      return isObject ? .object(pairs) : .array(values.map(restored))
    default: return value
    }
  }
}
