import Galaxies
package import Support

/// The rotation curve of one galaxy, as in `DDO154_rotmod.dat` of SPARC.
///
///     # Distance = 4.04 Mpc
///     # Rad  Vobs  errV  Vgas  Vdisk  Vbul  SBdisk  SBbul
///     # kpc  km/s  km/s  km/s  km/s   km/s  L/pc^2  L/pc^2
///     0.49   13.80 1.60  3.74  12.31  0.00  15.93   0.00
///
/// The galaxy is named by the file. Columns are split on any white space.
///
/// - SeeAlso: Lelli, McGaugh & Schombert 2016, AJ 152, 157; the archive `Rotmod_LTG.zip`.
package struct RotmodFile {
  package let curve: NamedCurve

  /// How the name of such a file ends.
  package static let suffix = "_rotmod.dat"

  private static let labels = ["Rad", "Vobs", "errV", "Vgas", "Vdisk", "Vbul", "SBdisk", "SBbul"]
  private static let names = PointColumn.all.map { $0.name }

  /// The galaxy that a file is about, by its name.
  package static func galaxy(ofFile name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    if file.hasSuffix(suffix) { return String(file.dropLast(suffix.count)) }
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  /// Reads a file.
  ///
  /// - Returns: `nil` if it has no points; the mistakes then have the reason.
  package init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let text = DataText(source, mistakes) else { return nil }
    var (comments, rows) = ([Range<Int>](), [[FieldTable.Field]]())
    var hasRow = false
    for line in text.lines {
      let span = text.trimmed(text.span(ofLine: line))
      if span.isEmpty { continue }
      if source.bytes[span.lowerBound] == UInt8(ascii: "#") {
        comments.append(span)
        continue
      }
      hasRow = true
      if let row = Self.row(span, of: text, mistakes) { rows.append(row) }
    }
    let header = Self.header(comments, of: text, mistakes)
    let distance = Self.distance(comments, of: text, mistakes)
    guard hasRow else {
      mistakes.add(
        "no row after the header", source, comments.last ?? 0..<0,
        help: "a row has \(Self.labels.joined(separator: ", "))")
      return nil
    }
    let table = FieldTable(source: source, columns: Self.labels, header: header, rows: rows)
    let layout = CurveRows.Layout(
      galaxy: Self.galaxy(ofFile: source.name),
      labels: Dictionary(uniqueKeysWithValues: zip(Self.names, Self.labels)),
      zeroIsMissing: ["sb_disk"])
    guard var curve = CurveRows(table, layout, mistakes).curves().first else { return nil }
    curve.distance = distance
    self.curve = curve
  }

  private static func row(_ span: Range<Int>, of text: DataText, _ mistakes: Mistakes)
    -> [FieldTable.Field]?
  {
    let words = text.words(span)
    guard words.count == labels.count else {
      mistakes.add(
        "this row has \(words.count) fields, not \(labels.count)", text.source, span,
        help: "a row has \(labels.joined(separator: ", "))")
      return nil
    }
    return words.map { FieldTable.Field(text: text.text($0), span: $0) }
  }

  /// The comment that names the columns, which have to be the known ones in their order.
  private static func header(_ comments: [Range<Int>], of text: DataText, _ mistakes: Mistakes)
    -> Range<Int>
  {
    for comment in comments {
      let words = text.words(comment.lowerBound + 1..<comment.upperBound)
      guard let first = words.first, text.text(first) == labels[0] else { continue }
      if let (word, label) = zip(words, labels).first(where: { text.text($0) != $1 }) {
        mistakes.add(
          "column '\(text.text(word))' where '\(label)' belongs", text.source, word,
          help: "the columns are \(labels.joined(separator: ", "))")
      } else if words.count != labels.count {
        mistakes.add(
          "the header names \(words.count) columns, not \(labels.count)", text.source, comment,
          help: "the columns are \(labels.joined(separator: ", "))")
      }
      return comment
    }
    mistakes.add(
      "no line names the columns", text.source, comments.first ?? text.span(ofLine: 1),
      help: "it reads '# \(labels.joined(separator: " "))'")
    return comments.first ?? 0..<0
  }

  /// The distance in the comment `# Distance = 4.04 Mpc`.
  private static func distance(_ comments: [Range<Int>], of text: DataText, _ mistakes: Mistakes)
    -> Double
  {
    for comment in comments {
      let words = text.words(comment.lowerBound + 1..<comment.upperBound)
      guard let first = words.first, text.text(first) == "Distance" else { continue }
      guard words.count == 4, text.text(words[1]) == "=", text.text(words[3]) == "Mpc",
        let value = DecimalNumber.value(of: text.text(words[2])), value > 0, value.isFinite
      else { break }
      return value
    }
    let wrong = comments.first { text.text($0).contains("Distance") }
    mistakes.add(
      wrong == nil ? "no line has the distance" : "the distance must be a positive number of Mpc",
      text.source, wrong ?? text.span(ofLine: 1), help: "it reads '# Distance = 4.04 Mpc'")
    return .nan
  }
}
