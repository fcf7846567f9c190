extension RichText {
  /// The text, cut with an ellipsis if it is wider than a length.
  package func elided(to length: Double, size: Double, isBold: Bool) -> RichText {
    guard width(size: size, isBold: isBold) > length else { return self }
    let dots = Self.width("…", isBold: isBold) * size / 1000
    var (room, kept) = (length - dots, [Run]())
    for run in runs {
      var text = ""
      let em = size * run.level.size / 1000
      for character in run.text {
        let width = Self.width(Substring(String(character)), isBold: isBold) * em
        guard width <= room else {
          room = 0
          break
        }
        room -= width
        text.append(character)
      }
      if !text.isEmpty { kept.append(Run(text, run.level, isItalic: run.isItalic)) }
      if room <= 0 { break }
    }
    while let last = kept.last, last.level == .base {
      let trimmed = last.text.reversed().drop { $0 == " " }.reversed()
      kept[kept.count - 1].text = String(trimmed)
      if !trimmed.isEmpty { break }
      kept.removeLast()
    }
    return RichText(runs: kept + [Run("…", .base, isItalic: false)])
  }

  /// A list with commas, cut after one of its words with dots if it is wider than a length.
  static func list(_ markup: String, to length: Double, size: Double) -> RichText {
    let whole = RichText(markup)
    guard whole.width(size: size, isBold: false) > length else { return whole }
    var kept: [Substring] = []
    for word in markup.split(separator: ", ") {
      let longer = RichText((kept + [word, "…"]).joined(separator: ", "))
      if longer.width(size: size, isBold: false) > length { break }
      kept.append(word)
    }
    guard !kept.isEmpty else { return whole.elided(to: length, size: size, isBold: false) }
    return RichText((kept + ["…"]).joined(separator: ", "))
  }

  /// The text in lines no wider than a length, broken at spaces.
  ///
  /// A word that is wider by itself is cut with an ellipsis.
  package func lines(to length: Double, size: Double, isBold: Bool) -> [RichText] {
    guard width(size: size, isBold: isBold) > length else { return [self] }
    var (lines, line) = ([RichText](), RichText(runs: []))
    for word in words {
      let longer = RichText(
        runs: line.runs.isEmpty
          ? word.runs : line.runs + [Run(" ", .base, isItalic: false)] + word.runs)
      if longer.width(size: size, isBold: isBold) <= length || line.runs.isEmpty {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.runs.isEmpty { lines.append(line) }
    return lines.map { $0.elided(to: length, size: size, isBold: isBold) }
  }

  /// What stands between spaces.
  private var words: [RichText] {
    var (words, word) = ([RichText](), RichText(runs: []))
    for run in runs {
      guard run.level == .base else {
        word.runs.append(run)
        continue
      }
      let parts = run.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0, !word.runs.isEmpty {
          words.append(word)
          word = RichText(runs: [])
        }
        if !part.isEmpty { word.runs.append(Run(String(part), .base, isItalic: run.isItalic)) }
      }
    }
    return word.runs.isEmpty ? words : words + [word]
  }
}
