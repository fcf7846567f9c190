package import Support

extension DatasetEntry {
  /// The entry as a registry of a data folder has it; `nil` if it is built into the program.
  package var json: JSONValue? {
    guard case .files(let files, let format) = content else { return nil }
    return [
      "name": .string(name), "title": .string(title), "citation": .string(citation),
      "licence": .string(licence), "format": .string(format),
      "files": .array(files.map(\.json)),
    ]
  }
}

extension RegisteredFile {
  fileprivate var json: JSONValue {
    let head: [JSONValue.Member] = [
      .init("role", .string(role)), .init("name", .string(name)),
      .init(
        "variants",
        .array(
          variants.map {
            ["bytes": .number(Double($0.bytes)), "sha256": .string($0.sha256.description)]
          })),
    ]
    let addresses = JSONValue.Member("urls", .array(urls.map { .string($0) }))
    return .object(head + (urls.isEmpty ? [] : [addresses]))
  }
}
