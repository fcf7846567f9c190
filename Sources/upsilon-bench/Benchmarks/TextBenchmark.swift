import Support

/// Hashing and parsing, by the byte.
enum TextBenchmark: Benchmark {
  static func measurements() -> [Measurement] {
    let bytes = (0..<4_000_000).map { UInt8(truncatingIfNeeded: $0 &* 131) }
    let items = (0..<100_000).map { JSONValue.number(Double($0) * 0.37) }
    let json = SourceText(name: "numbers.json", bytes: JSONValue.array(items).canonicalBytes)
    return [
      Measurement(name: "text/sha256", count: bytes.count) {
        Double(Fingerprint(of: bytes).short.utf8.reduce(0) { $0 + Int($1) })
      },
      Measurement(name: "text/json", count: json.bytes.count) {
        Double((JSONParser.parse(json, InputReport())?.elements).asList.reduce(0) { $0 + $1.count })
      },
    ]
  }
}
