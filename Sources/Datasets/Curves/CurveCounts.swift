import Support

/// What was done to the rows of curves, in numbers.
struct CurveCounts {
  /// Rows at radius zero.
  var centres = 0
  /// Galaxies whose points were sorted.
  var sorted = 0
  /// Galaxies whose rows do not stand together.
  var gathered = 0
  /// Rows that repeat a radius.
  var repeated = 0
  /// Rows that the spec drops, of how many.
  var dropped = (rows: 0, all: 0)

  /// What was done in several files.
  static func sum(of counts: [Self]) -> Self {
    counts.reduce(into: Self()) { sum, counts in
      sum.centres += counts.centres
      sum.sorted += counts.sorted
      sum.gathered += counts.gathered
      sum.repeated += counts.repeated
      sum.dropped.rows += counts.dropped.rows
      sum.dropped.all += counts.dropped.all
    }
  }

  /// What is to be said of the rows, one sentence each.
  var notes: [String] {
    func rows(_ count: Int) -> String { count.counted("row", "rows") }
    var notes: [String] = []
    if centres > 0 {
      notes.append("\(rows(centres)) at radius 0 left out, which tell nothing")
    }
    if gathered > 0 {
      notes.append(
        "the rows of \(gathered.counted("galaxy", "galaxies")) do not stand together; they "
          + "are gathered")
    }
    if sorted > 0 {
      notes.append(
        "the points of \(sorted.counted("galaxy", "galaxies")) are sorted by radius")
    }
    if repeated > 0 {
      notes.append("\(rows(repeated)) repeat the radius of another point of the galaxy")
    }
    return notes
  }
}
