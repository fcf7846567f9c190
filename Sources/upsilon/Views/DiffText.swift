import Console
import Runs

/// The values of a diff as text, and a page of it as lines for the terminal.
enum DiffText {
  /// Digits beyond which two numbers that look alike are not told apart.
  private static let mostDigits = 17

  static func value(_ value: CellValue, digits: Int = 4) -> String {
    switch value {
    case .missing: NumberFormat.missing
    case .number(let number): NumberFormat(digits: digits, keepsZeros: false).text(number)
    case .flag(let flag): flag ? "true" : "false"
    case .word(let word): word
    }
  }

  /// The keys of a row; a table of one row has none.
  static func key(_ row: RowKey) -> String {
    row.values.isEmpty ? "–" : row.values.map { value($0, digits: 6) }.joined(separator: " ")
  }

  /// The names of the keys of some rows, as a heading over them.
  static func heading(of rows: [RowMove]) -> String {
    rows.prefix(1).flatMap(\.row.names).joined(separator: " ")
  }

  /// Whether a move shows in the usual digits.
  static func isVisible(_ move: ValueMove) -> Bool {
    value(move.old) != value(move.new)
  }

  /// Both values, with as many digits as tell them apart.
  static func values(of move: ValueMove) -> (old: String, new: String) {
    for digits in 4..<mostDigits {
      let texts = (value(move.old, digits: digits), value(move.new, digits: digits))
      if texts.0 != texts.1 { return texts }
    }
    return (value(move.old, digits: mostDigits), value(move.new, digits: mostDigits))
  }

  /// Old and new with an arrow between them.
  static func pair(_ move: ValueMove) -> String {
    let texts = values(of: move)
    return "\(texts.old) → \(texts.new)"
  }

  /// Column, old, arrow, new, change, and change in combined errors.
  static func cells(of move: ValueMove) -> [String] {
    let texts = values(of: move)
    let format = NumberFormat(digits: 3)
    func text(_ number: Double) -> String { number.isNaN ? "" : format.text(number) }
    return [
      move.column, texts.old, "→", texts.new, text(move.change), text(move.changeInSigmas),
    ]
  }

  /// The lines of a page.
  static func lines(of page: DiffPage, width: Int?) -> [String] {
    var lines = [page.title] + page.facts.flatMap { fact($0, width) }
    for section in page.sections {
      lines += [""] + fact((section.title, [section.summary]), width)
      for part in section.parts {
        if !part.caption.isEmpty { lines.append("    \(part.caption)") }
        guard !part.table.columns.isEmpty else { continue }
        lines += part.table.droppingEmptyColumns.lines(
          width: width, indent: part.caption.isEmpty ? 4 : 6)
      }
    }
    return lines + (page.ending.isEmpty ? [] : [""]) + page.ending.flatMap { fact($0, width) }
  }

  /// A name and its lines beside it, broken between words where the terminal ends.
  private static func fact(_ fact: (name: String, lines: [String]), _ width: Int?) -> [String] {
    let lines = fact.lines.flatMap { line in
      width.map { line.wrapped(to: max(40, $0 - FactLine.indent), hanging: 2) } ?? [line]
    }
    return lines.enumerated().map { FactLine.text($0 == 0 ? fact.name : "", $1) }
  }
}

extension TextTable {
  /// The same without the columns that are empty in every row.
  var droppingEmptyColumns: TextTable {
    let kept = columns.indices.filter { index in rows.contains { !$0[index].isEmpty } }
    return TextTable(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
