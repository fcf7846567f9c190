/// Places that fill a box of up to eight dimensions evenly, however many are taken.
///
/// A coordinate is the number of the place with its digits mirrored at the point, in a base of its
/// own: the first eight primes.
///
/// - SeeAlso: Halton 1960, Numerische Mathematik 2, 84.
package enum HaltonSequence {
  private static let bases = SIMD8(2, 3, 5, 7, 11, 13, 17, 19)

  /// One coordinate of one place, in 0..<1.
  ///
  /// - Parameters:
  ///   - place: Which place, from 1.
  ///   - dimension: Which coordinate, from 0 to 7.
  /// - Returns: The coordinate.
  package static func coordinate(_ place: Int, dimension: Int) -> Double {
    let base = bases[dimension]
    var (rest, mirrored, scale) = (place, 0, 1)
    while rest > 0 {
      mirrored = mirrored * base + rest % base
      scale *= base
      rest /= base
    }
    return Double(mirrored) / Double(scale)
  }
}
