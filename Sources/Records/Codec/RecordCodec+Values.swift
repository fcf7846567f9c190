import Support

extension RecordCodec where Value == String {
  static let text = RecordCodec(.string) { .string($0) }

  /// A SHA-256 as it is written.
  static let sha256 = RecordCodec(JSONType<Fingerprint>.fingerprint.map { hash, _, _ in "\(hash)" })
  { .string($0) }

  /// A path that stays inside the folder it starts from.
  static let innerPath = RecordCodec(
    JSONType<String>.string.map { path, node, report in
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      if parts.allSatisfy({ !["", ".", ".."].contains($0) }) { return path }
      report.error("'\(path)' is no path inside the run", at: node.place)
      return nil
    }
  ) { .string($0) }
}

extension RecordCodec where Value == Int {
  /// How many there are of something: a whole number from 0 that a double holds exactly.
  static let count = RecordCodec(
    JSONType<Int>.integer(from: 0).map { count, node, report in
      if count <= 1 << 53 { return count }
      report.error("\(count) is more than anything has", at: node.place)
      return nil
    }
  ) { .number(Double($0)) }
}

extension RecordCodec where Value == Double {
  static let number = RecordCodec(.number) { .number($0) }
}

extension RecordCodec where Value == Fingerprint {
  static let fingerprint = RecordCodec(.fingerprint) { .string($0.description) }
}

extension RecordCodec where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// A word that stands for one of a few cases.
  static func word(_ noun: String) -> RecordCodec {
    let words = Value.allCases.map(\.rawValue)
    return RecordCodec(
      JSONType<String>.word(of: words, noun: noun).map { word, _, _ in Value(rawValue: word) }
    ) { .string($0.rawValue) }
  }
}
