/// An object as it was read by its declared keys: the value, and which keys gave it.
package struct GivenKeys<Root: Keyed> {
  /// What was read; absent and mistaken keys have their defaults.
  package private(set) var value = Root()
  /// Whether every required key was read.
  package private(set) var isWhole = true
  private let object: JSONObject
  private var mistaken: Set<String> = []

  /// - Returns: `nil` if the node is no object.
  package init?(_ node: JSONNode, _ report: InputReport) {
    guard let object = JSONObject(node, keys: Root.keys, report) else { return nil }
    self.object = object
    for key in Root.keys {
      let reading = key.read(object, into: &value, report)
      if key.isRequired, reading != .read { isWhole = false }
      if reading == .mistaken || reading == .missing { mistaken.insert(key.name) }
    }
  }

  /// Whether the object has a key, with or without a mistake.
  package func has(_ key: ObjectKey<Root>) -> Bool { object.has(key) }

  /// Whether the value of a key is what was meant: read without a mistake, or its default.
  package func knows(_ key: ObjectKey<Root>) -> Bool { !mistaken.contains(key.name) }

  /// The place of a key's value, or of the opening bracket where the key is absent.
  package func place(of key: ObjectKey<Root>) -> Place { object.place(of: key) }
}
