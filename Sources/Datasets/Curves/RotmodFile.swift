import Galaxies
package import Support

/// The rotation curve of one galaxy as SPARC's archive has it.
///
///     # Distance = 4.04 Mpc
///     # Rad   Vobs  errV  Vgas  Vdisk  Vbul   SBdisk  SBbul
///     # kpc   km/s  km/s  km/s  km/s   km/s   L/pc^2  L/pc^2
///     0.49   13.80 1.60  3.74  12.31  0.00  15.93   0.00
///
/// The galaxy is named by the file. The header names the columns, which are split on any white
/// space: `Rad Vobs errV Vgas Vdisk` have to be there, others than these are passed over. Without a
/// header there are these five, or with `Vbul SBdisk SBbul` eight. The distance may be missing.
///
/// - SeeAlso: Lelli, McGaugh & Schombert 2016, AJ 152, 157; the archive `Rotmod_LTG.zip`.
package struct RotmodFile {
  package let curve: NamedCurve
  /// What was done to its rows.
  let counts: CurveCounts
  /// What is to be said of its columns, one sentence each.
  let notes: [String]
  /// Whether it has the surface brightness of the disk.
  let hasBrightness: Bool

  /// How the name of such a file ends.
  package static let suffix = "_rotmod.dat"

  private static let labels = ["Rad", "Vobs", "errV", "Vgas", "Vdisk", "Vbul", "SBdisk", "SBbul"]
  private static let required = 5
  private static let names = PointColumn.all.map { $0.name }

  /// The galaxy that a file is about, by its name.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - pattern: Which files a spec asks for, as `*_rotmass.dat`: what stands behind the `*` does
  ///     not belong to the galaxy.
  package static func galaxy(ofFile name: String, in pattern: String? = nil) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let asked = pattern.flatMap { $0.split(separator: "*").last }.map(String.init)
    for ending in [suffix, asked].compactMap(\.self)
    where file.hasSuffix(ending) && file.count > ending.count && ending != "/" {
      return String(file.dropLast(ending.count))
    }
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - pattern: Which files a spec asks for.
  ///   - mistakes: Takes what is wrong.
  ///   - knownDistance: The distance of the galaxy as a catalogue has it, Mpc; NaN where none does.
  /// - Returns: `nil` if it has no points; the mistakes then have the reason.
  package init?(
    _ source: SourceText, in pattern: String? = nil, _ mistakes: Mistakes,
    knownDistance: @escaping (String) -> Double = { _ in .nan }
  ) {
    guard let text = DataText(source, mistakes) else { return nil }
    let before = mistakes.count
    let comments = RotmodComments(text, Self.labels, mistakes)
    let lines = text.lines.map { text.trimmed(text.span(ofLine: $0)) }.filter { span in
      span.first.map { !"#%!".utf8.contains(source.bytes[$0]) } ?? false
    }
    guard let first = lines.first else {
      mistakes.add(
        "no row after the header", source, comments.header,
        help: "a row has \(Self.labels.joined(separator: ", "))")
      return nil
    }
    let width = text.words(first).count
    let labels = comments.labels ?? Self.labels(ofWidth: width)
    for label in Self.labels.prefix(Self.required) where !labels.contains(label) {
      mistakes.add(
        "missing column '\(label)'", source, comments.header,
        help: "the columns are \(Self.labels.joined(separator: ", ")), of which the last three may "
          + "be left out; other layouts are read with format \"table\"")
    }
    // A header that does not fit makes every row wrong.
    guard mistakes.count == before else { return nil }
    var rows: [[FieldTable.Field]] = []
    for line in lines {
      let words = text.words(line)
      if words.count == labels.count {
        rows.append(words.map { FieldTable.Field(text: text.text($0), span: $0) })
      } else {
        mistakes.add(
          "this row has \(words.count.counted("field", "fields")), not \(labels.count)", source,
          line,
          help: "a row has \(labels.joined(separator: ", ")); other layouts are read with format "
            + "\"table\"")
      }
    }
    let table = FieldTable(
      source: source, columns: labels, units: comments.units(count: labels.count),
      header: comments.header, rows: rows)
    let galaxy = Self.galaxy(ofFile: source.name, in: pattern)
    let own = Dictionary(uniqueKeysWithValues: zip(Self.names, Self.labels))
    let columns = CurveColumns(
      table, names: .one(galaxy), labels: own, zeroIsMissing: ["sb_disk"], mistakes)
    notes = table.conversionNotes(own)
    hasBrightness = labels.contains("SBdisk")
    let distance = comments.distance
    var reading = CurveRows(table, columns, mistakes) {
      distance.isNaN ? knownDistance($0) : distance
    }
    guard var curve = reading.curves().first else { return nil }
    curve.distance = distance
    self.curve = curve
    counts = reading.counts
  }

  /// The columns of a file that does not name them.
  private static func labels(ofWidth width: Int) -> [String] {
    Array(width == required ? labels.prefix(required) : labels[...])
  }
}
