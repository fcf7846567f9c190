import Support

/// What the comments of a rotmod file say: names and units of the columns, and the distance.
struct RotmodComments {
  /// The names of the columns; `nil` if no comment has them.
  let labels: [String]?
  /// Where they stand, or the first comment.
  let header: Range<Int>
  /// The distance, Mpc; NaN if no comment has it.
  let distance: Double
  private let units: [DeclaredUnit]

  /// Reads the comments.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - known: The names of columns; the first comment with two of them names those of the file.
  ///   - mistakes: Takes what is wrong.
  init(_ text: DataText, _ known: [String], _ mistakes: Mistakes) {
    let comments = text.lines.compactMap { line -> Range<Int>? in
      var span = text.trimmed(text.span(ofLine: line))
      guard let first = span.first, "#%!".utf8.contains(text.source.bytes[first]) else {
        return nil
      }
      while let first = span.first, "#%!".utf8.contains(text.source.bytes[first]) {
        span = text.trimmed(span.dropFirst())
      }
      return span
    }
    let naming = comments.firstIndex { span in
      text.words(span).count { known.contains(text.text($0)) } >= 2
    }
    labels = naming.map { text.words(comments[$0]).map { text.text($0) } }
    header = naming.map { comments[$0] } ?? comments.first ?? text.span(ofLine: 1)
    let next = naming.map { comments[$0...].dropFirst().prefix(1) }
    let declared = next.asList.joined().flatMap { span in
      DeclaredUnit.row(text.words(span).map { (text.text($0), $0) })
    }
    let isUnits = declared.contains { $0.isNamed && $0.unit.map { $0 != .number } == true }
    units = isUnits ? declared : []
    if isUnits, let labels, units.count != labels.count, let span = units.first?.span {
      mistakes.add(
        "\(units.count.counted("unit", "units")) for \(labels.count.counted("column", "columns"))",
        text.source, span, help: "give each column its unit, or '-' for none")
    }
    distance = Self.distance(comments, text, mistakes)
  }

  /// The unit of each column; none where the file has no line of units of that length.
  func units(count: Int) -> [DeclaredUnit?] {
    units.count == count ? units : [DeclaredUnit?](repeating: nil, count: count)
  }

  /// The distance in a comment like `Distance = 4.04 Mpc`, `Distance: 4.04` or
  /// `D = 4.04 +- 0.2 Mpc`.
  private static func distance(
    _ comments: [Range<Int>], _ text: DataText, _ mistakes: Mistakes
  ) -> Double {
    for comment in comments {
      let words = text.text(comment)
      guard
        words.lowercased().hasPrefix("distance") || words.hasPrefix("D ") || words.hasPrefix("D=")
      else { continue }
      var rest = words.drop { $0.isLetter }
      let bracket = Self.bracket(&rest)
      while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
      // A sentence that only begins so says nothing.
      guard let next = rest.first, next.isNumber || "=:~-+.".contains(next) else { continue }
      while let first = rest.first, " \t=:~".contains(first) { rest.removeFirst() }
      var number = rest.prefix { $0.isNumber || ".eE+-".contains($0) }
      rest.removeFirst(number.count)
      if let error = number.firstRange(of: "+-") { number = number[..<error.lowerBound] }
      if number.last == "+" { number.removeLast() }
      while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
      let unit = bracket ?? String(rest.prefix { $0.isLetter })
      let measure = unit.isEmpty ? nil : UnitParser.unit(unit)
      let conversion = measure?.conversion(to: MeasureUnit(UnitDimension(length: 1), exponent: 6))
      let isOther = measure.map { !$0.isLength } ?? Self.lightYears.contains(unit)
      if let value = DecimalNumber.value(of: String(number)), value > 0, value.isFinite, !isOther {
        return conversion.map { $0(value) } ?? value
      }
      mistakes.add(
        "the distance must be a positive number of Mpc", text.source, comment,
        help: "it reads '# Distance = 4.04 Mpc'")
      return .nan
    }
    return .nan
  }

  /// Units of distance that are not read.
  private static let lightYears: Set<String> = ["ly", "kly", "Mly", "lyr", "Mlyr"]

  /// Takes the unit in brackets from the beginning of a text, as in `Distance (Mpc) : 5.1`.
  private static func bracket(_ rest: inout Substring) -> String? {
    var after = rest.drop { $0 == " " || $0 == "\t" }
    guard let opening = after.first, opening == "(" || opening == "[" else { return nil }
    after.removeFirst()
    guard let end = after.firstIndex(of: opening == "(" ? ")" : "]") else { return nil }
    let unit = String(after[..<end])
    rest = after[after.index(after: end)...]
    return unit
  }
}
