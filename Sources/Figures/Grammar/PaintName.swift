package import Support

/// A look by its name: a series by its number, or an ink.
package struct PaintName: Resolvable {
  package let name: String
  package let paint: Paint

  private static let inks: [(String, Paint)] = [
    ("ink", .plain), ("ink2", Paint(.ink2, .dashed, .circle)),
    ("ink3", Paint(.ink3, .solid, .circle)),
  ]

  package static let type = JSONType<PaintName>(
    schema: [
      "anyOf": [
        ["type": "integer", "minimum": 1, "maximum": .number(Double(Paint.most))],
        ["enum": .array(inks.map { .string($0.0) })],
      ]
    ], words: "number of a series, or ink, ink2, ink3"
  ) { node, report in
    if case .string = node.value {
      return JSONType<String>.word(of: inks.map(\.0), noun: "paint").read(node, report)
        .flatMap { word in inks.first { $0.0 == word } }.map { PaintName(name: $0.0, paint: $0.1) }
    }
    return JSONType<Int>.integer(in: 1...Paint.most).read(node, report).map {
      PaintName(name: "\($0)", paint: Paint.series[$0 - 1])
    }
  }

  package var resolved: JSONValue {
    Double(name).map { .number($0) } ?? .string(name)
  }
}
