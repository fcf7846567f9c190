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

  /// The parts of the path, up to the digits; a number keeps its point. `nil` if one is empty.
  ///
  /// - Parameter isClosed: Whether a closing parenthesis ends the path, which is passed.
  mutating func segments(isClosed: Bool) -> [AnswerValue.Segment]? {
    var segments: [AnswerValue.Segment] = []
    var isNumber = false
    while true {
      guard let (text, span) = segment(isClosed) else { return nil }
      let isWhole = !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      if isNumber, isWhole, let last = segments.last {
        segments[segments.count - 1] = AnswerValue.Segment(
          text: "\(last.text).\(text)", place: source.place(of: span))
        isNumber = false
      } else {
        segments.append(AnswerValue.Segment(text: text, place: source.place(of: span)))
        let digits = text.split(separator: "=", omittingEmptySubsequences: false).last ?? ""
        isNumber =
          !digits.isEmpty && digits.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
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
