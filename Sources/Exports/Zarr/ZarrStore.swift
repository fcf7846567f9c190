import Support

/// A folder of groups of arrays, with all descriptions once more in one file.
struct ZarrStore {
  /// Takes a file of the folder.
  typealias Sink = (_ path: String, _ bytes: [UInt8]) throws -> Void

  private let sink: Sink
  private var metadata: [JSONValue.Member] = []

  /// Begins a store.
  ///
  /// - Parameters:
  ///   - source: What it is made from.
  ///   - sink: Takes its files.
  /// - Throws: What the sink throws.
  init(_ source: String, to sink: @escaping Sink) throws {
    self.sink = sink
    try describe("", ".zgroup", Self.group)
    try describe("", ".zattrs", ["source": .string(source)])
  }

  /// Writes a group.
  ///
  /// - Parameters:
  ///   - name: Its name, which no other has.
  ///   - attributes: What is said of it.
  ///   - arrays: Its arrays.
  /// - Throws: What the sink throws.
  mutating func add(_ name: String, _ attributes: JSONValue, _ arrays: [ZarrArray]) throws {
    try describe("\(name)/", ".zgroup", Self.group)
    try describe("\(name)/", ".zattrs", attributes)
    for array in arrays {
      let folder = "\(name)/\(array.name)/"
      try describe(folder, ".zarray", array.description)
      try describe(folder, ".zattrs", array.notes)
      if let chunk = array.chunk { try sink("\(folder)\(chunk)", array.bytes) }
    }
  }

  /// Ends the store.
  func finish() throws {
    let all: JSONValue = [
      "metadata": .object(metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }),
      "zarr_consolidated_format": 1,
    ]
    try sink(".zmetadata", Array("\(all.canonicalText)\n".utf8))
  }

  private mutating func describe(_ folder: String, _ name: String, _ content: JSONValue) throws {
    metadata.append(.init("\(folder)\(name)", content))
    try sink("\(folder)\(name)", Array("\(content.canonicalText)\n".utf8))
  }

  private static let group: JSONValue = ["zarr_format": 2]

  /// Names of groups and arrays, which become names of folders.
  ///
  /// A `/`, and a point at the start, become underscores; of names that would differ in case alone
  /// the later ones have a number at their end.
  static func names(_ names: [String]) -> [String] {
    ASCIIText.distinct(
      names.map { name in
        let plain = name.replacing("/", with: "_")
        return plain.hasPrefix(".") || plain.isEmpty ? "_\(plain.dropFirst())" : plain
      })
  }
}
