import Support

/// Reads the parts of a number in an answer.
struct AnswerScan {
  private let source: ExpressionText
  private var index: Int
  private let end: Int

  init(_ source: ExpressionText, _ span: Range<Int>) {
    self.source = source
    (index, end) = (span.lowerBound, span.upperBound)
  }

  private func isAt(_ character: Unicode.Scalar) -> Bool {
    index < end && source.bytes[index] == UInt8(ascii: character)
  }

  /// The name before an opening parenthesis, which is passed; `nil` without one.
  mutating func statisticName() -> Range<Int>? {
    var place = index
    while place < end, source.bytes[place].isWordByte { place += 1 }
    guard place < end, source.bytes[place] == UInt8(ascii: "(") else { return nil }
    defer { index = place + 1 }
    return index..<place
  }

  /// Reads the parts of the path, up to the digits.
  ///
  /// - Parameter isClosed: Whether a closing parenthesis ends the path, which is passed.
  /// - Returns: The parts, a number with its point in one; `nil` if one is empty.
  mutating func segments(isClosed: Bool) -> [AnswerValue.Segment]? {
    var segments: [AnswerValue.Segment] = []
    // Where a number began that may go on behind its point.
    var start: Int?
    while true {
      guard let (text, span) = segment(isClosed) else { return nil }
      if let first = start, text.isDigits, !segments.isEmpty {
        segments[segments.count - 1].text += ".\(text)"
        segments[segments.count - 1].place = source.place(of: first..<span.upperBound)
        start = nil
      } else {
        segments.append(AnswerValue.Segment(text: text, place: source.place(of: span)))
        let sign = text.lastIndex(of: "=").map { text.index(after: $0) }
        let value = text[(sign ?? text.startIndex)...]
        start = String(value).isDigits ? span.lowerBound : nil
      }
      guard isAt(".") else { break }
      index += 1
    }
    if isClosed {
      guard isAt(")") else { return nil }
      index += 1
    }
    return index == end || isAt(":") ? segments : nil
  }

  private mutating func segment(_ isClosed: Bool) -> (String, Range<Int>)? {
    let start = index
    var text: [UInt8] = []
    while index < end, !isAt("."), !isAt(":"), !(isClosed && isAt(")")) {
      if isAt("`") {
        guard let close = source.bytes[(index + 1)..<end].firstIndex(of: UInt8(ascii: "`")) else {
          return nil
        }
        text += source.bytes[(index + 1)..<close]
        index = close + 1
      } else {
        text.append(source.bytes[index])
        index += 1
      }
    }
    guard !text.isEmpty else { return nil }
    return (String(decoding: text, as: UTF8.self), start..<index)
  }

  /// What stands after the path: significant digits after a colon, or nothing.
  enum Digits {
    case usual
    case given(Int)
    case mistaken
  }

  var digits: Digits {
    guard isAt(":") else { return .usual }
    guard let digits = Int(source[(index + 1)..<end]), 1...17 ~= digits else { return .mistaken }
    return .given(digits)
  }
}

extension String {
  /// Whether there are digits and nothing else.
  fileprivate var isDigits: Bool {
    !isEmpty && utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
