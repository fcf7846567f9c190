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

  /// A text with marks round some stretches of its bytes.
  package static func marking(_ spans: [Range<Int>], in text: String) -> String {
    let bytes = Array(text.utf8)
    let marked = (0...bytes.count).reduce(into: [UInt8]()) { marked, index in
      let ends = spans.filter { $0.upperBound == index && !$0.isEmpty }
      let starts = spans.filter { $0.lowerBound == index && !$0.isEmpty }
      let points = spans.filter { $0 == index..<index }
      marked += ends.flatMap { _ in "⟩".utf8 }
      marked += points.flatMap { _ in "⟨⟩".utf8 }
      marked += starts.flatMap { _ in "⟨".utf8 }
      if index < bytes.count { marked.append(bytes[index]) }
    }
    return String(decoding: marked, as: UTF8.self)
  }
}

extension InputReport {
  /// The messages in the order in which a person reads them.
  package var messages: [String] { inReadingOrder.map(\.message) }

  /// The places in the order in which a person reads them.
  package var places: [Place] { inReadingOrder.compactMap(\.place) }

  /// The advice in the order in which a person reads it; empty where there is none.
  package var advice: [String] { inReadingOrder.map { $0.help?.description ?? "" } }

  /// What is wrong, or what is warned of, in the order in which a person reads it.
  package var inReadingOrder: [Diagnostic] {
    do {
      try check()
      return warnings
    } catch {
      return error.diagnostics
    }
  }
}
