import Galaxies
import Support
import TestKit
import Testing

/// Files with some bytes changed, dropped or doubled at random.
@Suite("A damaged file")
struct DamagedFilesTests {
  static let files: [(format: String, role: String, texts: [(role: String, text: String)])] = [
    ("csv", "points", [("points", MockSample(seed: 1, galaxies: 2).pointsText)]),
    (
      "csv", "catalogue",
      [
        ("points", MockSample(seed: 1, galaxies: 2).pointsText),
        ("catalogue", MockSample(seed: 1, galaxies: 2).catalogueText),
      ]
    ),
    ("rotmod", "curves", [("curves", Fixtures.rotmod("0.49 13.8 1.6 -3.7 12.3 0 15.9 0"))]),
    (
      "sparc", "catalogue",
      [("catalogue", Fixtures.goodSample), ("curves", Fixtures.goodCurves)]
    ),
    ("sparc", "curves", [("catalogue", Fixtures.goodSample), ("curves", Fixtures.goodCurves)]),
  ]

  /// Bytes that mean something in one of the formats.
  static let letters = Array("0123456789.,-+e \t\n\r#\"AFI\u{0}\u{e9}n".utf8)

  @Test(arguments: files.indices)
  func isReadSoundOrRefused(_ index: Int) throws {
    let (format, role, texts) = Self.files[index]
    let reader = try #require(DatasetReaders.reader(named: format))
    var generator = SeededGenerator(seed: UInt64(index))
    for _ in 0..<150 {
      let report = InputReport()
      let sources = texts.map { text in
        var bytes = Array(text.text.utf8)
        if text.role == role { Self.damage(&bytes, &generator) }
        return (role: text.role, source: SourceText(name: text.role, bytes: bytes))
      }
      let reading = DatasetReaders.read(DatasetFiles(sources), as: reader, report)
      if report.hasErrors {
        // Every diagnostic can be shown.
        #expect(report.diagnostics.allSatisfy { !$0.rendered.isEmpty })
      } else {
        #expect(!reading.galaxies.isEmpty)
        #expect(reading.galaxies.allSatisfy { Self.isSound($0.curve) })
      }
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[start] = letters.drawn(by: &generator)
      case 1: bytes.insert(letters.drawn(by: &generator), at: start)
      case 2: bytes.removeSubrange(start..<end)
      default: bytes.insert(contentsOf: bytes[start..<end], at: start)
      }
    }
  }

  private static func isSound(_ curve: RotationCurve) -> Bool {
    curve.count > 0 && curve.radius.allSatisfy { $0 > 0 }
      && zip(curve.radius, curve.radius.dropFirst()).allSatisfy { $0 < $1 }
      && PointColumn.all.prefix(6).allSatisfy { column in
        curve[keyPath: column.field].allSatisfy { $0.isFinite }
          && curve[keyPath: column.field].count == curve.count
      }
  }
}
