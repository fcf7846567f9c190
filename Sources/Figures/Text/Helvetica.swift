/// Advance widths of Helvetica, in thousandths of the size.
///
/// Arial, Liberation Sans and Nimbus Sans have the same ones, and italic letters are as wide as
/// upright ones, so that one table holds on every system.
package enum Helvetica {
  /// The width of a character that the table lacks.
  static let unknown = 600

  /// The characters beyond ASCII that these fonts have, in the order of the tables.
  package static let more = "ΥχνσωΔ†√−×±≤≥→·½²³°∞≈–—…′μ•αρΛ⁄é"

  /// The width of a character.
  package static func width(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let index = Int(scalar.value) - 32
    let table = isBold ? bold : regular
    if index >= 0, index < 95 { return table[index] }
    guard let place = places[scalar] else { return unknown }
    return table[place]
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: zip(more.unicodeScalars, 95...))

  private static let regular = numbers(
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 "
      + "556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 "
      + "556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 "
      + "556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 "
      + "500 500 500 334 260 334 584 667 525 500 617 781 668 556 549 584 584 549 549 549 1000 333 "
      + "834 333 333 400 713 549 556 1000 1000 188 576 350 578 569 668 167 556")

  private static let bold = numbers(
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 "
      + "556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 "
      + "611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 "
      + "611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 "
      + "556 556 500 389 280 389 584 667 576 556 684 845 719 556 549 584 584 549 549 549 1000 333 "
      + "834 333 333 400 713 549 556 1000 1000 240 612 350 615 619 667 167 556")

  private static func numbers(_ words: String) -> [Int] {
    words.split(separator: " ").compactMap { Int($0) }
  }
}
