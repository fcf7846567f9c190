extension JSONNode {
  /// This node changed by a patch: objects are merged key by key, `null` removes a key, and
  /// anything else replaces what was there.
  ///
  /// Every node keeps its own place, so a mistake is shown in the file that it was written in.
  ///
  /// - SeeAlso: RFC 7396, JSON Merge Patch, section 2.
  package func merged(with patch: JSONNode) -> JSONNode {
    guard let changes = patch.members else { return patch }
    // What is no object counts as an empty one, as the standard has it.
    var merged: [Member?] = entries
    var places = Dictionary(
      entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for change in changes {
      let place = places[change.key]
      if case .null = change.node.value {
        if let place { merged[place] = nil }
        places[change.key] = nil
        continue
      }
      let empty = JSONNode(.null, at: change.node.place)
      let node = (place.flatMap { merged[$0]?.node } ?? empty).merged(with: change.node)
      let member = Member(key: change.key, keyPlace: change.keyPlace, node: node)
      if let place {
        merged[place] = member
      } else {
        places[change.key] = merged.count
        merged.append(member)
      }
    }
    return JSONNode(.object(merged.compactMap(\.self)), at: patch.place)
  }
}
