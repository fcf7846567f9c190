import Support

/// A thing that an RO-Crate describes: its identifier, what it is, and its properties.
struct CrateEntity {
  let id: String
  let json: JSONValue

  /// - Parameters:
  ///   - id: An address, a path in the crate, or `#name`.
  ///   - type: What it is, in the words of schema.org.
  ///   - properties: The properties; those without a value are left out.
  init(_ id: String, _ type: JSONValue, _ properties: KeyValuePairs<String, JSONValue?>) {
    self.id = id
    let given = properties.compactMap { key, value in value.map { JSONValue.Member(key, $0) } }
    json = .object([.init("@id", .string(id)), .init("@type", type)] + given)
  }

  var reference: JSONValue { Self.reference(to: id) }

  /// What names a thing that is described elsewhere in the crate.
  static func reference(to id: String) -> JSONValue { ["@id": .string(id)] }

  /// Several values of one property: a list, the value itself if it is one, `nil` for none.
  static func values(_ values: [JSONValue]) -> JSONValue? {
    values.count > 1 ? .array(values) : values.first
  }

  /// References to some things, as one property has them.
  static func references(to ids: [String]) -> JSONValue? {
    values(ids.distinct.map(reference))
  }

  /// A path as the identifier of a file: what an address cannot hold is percent-encoded.
  static func id(ofPath path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = path.utf8.flatMap { byte -> [UInt8] in
      let stays = byte.isWordByte || "/.-~".utf8.contains(byte)
      return stays ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
