package import Support

/// A text in which `⟨…⟩` marks the places where diagnostics are expected.
package struct MarkedText {
  /// The text without its marks.
  package let source: SourceText
  /// The marked stretches, in the order in which they open.
  package let places: [Place]

  package init(_ text: String, name: String = "test.json") {
    var bytes: [UInt8] = []
    var spans: [Range<Int>] = []
    var open: [Int] = []
    for character in text {
      switch character {
      case "⟨":
        open.append(spans.count)
        spans.append(bytes.count..<bytes.count)
      case "⟩":
        let index = open.removeLast()
        spans[index] = spans[index].lowerBound..<bytes.count
      default: bytes += String(character).utf8
      }
    }
    let source = SourceText(name: name, bytes: bytes)
    self.source = source
    self.places = spans.map { Place(source, $0) }
  }
}

extension InputReport {
  /// The messages in the order in which a person reads them.
  package var messages: [String] { inReadingOrder.map(\.message) }

  /// The places in the order in which a person reads them.
  package var places: [Place] { inReadingOrder.compactMap(\.place) }

  /// The advice in the order in which a person reads it; empty where there is none.
  package var advice: [String] { inReadingOrder.map { $0.help ?? "" } }

  private var inReadingOrder: [Diagnostic] {
    do {
      try check()
      return warnings
    } catch {
      return error.diagnostics
    }
  }
}
