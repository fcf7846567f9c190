/// Points that fill a cube evenly, with a randomness that a key decides.
///
/// Each is one of Sobol's points with its digits scrambled in a nested way, so that it is uniform
/// in the cube by itself while 2^k of them in a row lie evenly in it. Their means converge faster
/// than those of random points, and those of different keys are independent.
///
/// - SeeAlso: Joe & Kuo 2008, SIAM J. Sci. Comput. 30, 2635, for the direction numbers; Owen 1995,
///   in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, 299; Burley 2020,
///   Journal of Computer Graphics Techniques 9, 4, for the scrambling by hashing.
package enum SobolPoints {
  /// The largest number of coordinates.
  package static let capacity = 12

  /// The first many points.
  ///
  /// - Parameters:
  ///   - blocks: How many eights, below 2^29.
  ///   - dimension: How many coordinates; at most ``capacity``.
  ///   - key: What decides the scrambling.
  /// - Returns: The points, with coordinates between zero and one and never either.
  package static func points(_ blocks: Int, dimension: Int, _ key: SamplingKey) -> LanePoints {
    precondition(dimension <= capacity, "there are direction numbers for twelve coordinates")
    var points = LanePoints(dimension: dimension, blocks: blocks)
    for coordinate in 0..<dimension {
      let seed = SIMD8(repeating: UInt32(truncatingIfNeeded: key.number(coordinate)))
      let row = directions[coordinate]
      // Eight points differ in the last three digits of their number; the eights follow in the
      // order of Gray's code, in which one digit changes at a time.
      var digits = offsets[coordinate]
      for block in 0..<blocks {
        points[block, coordinate] = fraction(ofMirrored: scrambled(digits, seed))
        digits ^= SIMD8(repeating: row[3 + (block + 1).trailingZeroBitCount])
      }
    }
    return points
  }

  /// Laine and Karras's permutation, in which a digit is changed by those before it alone.
  ///
  /// - Parameters:
  ///   - digits: Numbers with their first digit last.
  ///   - seed: What decides the changes.
  /// - Returns: The permuted numbers.
  @inline(__always)
  private static func scrambled(
    _ digits: SIMD8<UInt32>, _ seed: SIMD8<UInt32>
  ) -> SIMD8<UInt32> {
    var digits = digits &+ seed
    digits ^= digits &* SIMD8(repeating: 0x6C50_B47C)
    digits ^= digits &* SIMD8(repeating: 0xB82F_1E52)
    digits ^= digits &* SIMD8(repeating: 0xC7AF_E638)
    digits ^= digits &* SIMD8(repeating: 0x8D22_F6E6)
    return digits
  }

  /// Numbers between zero and one by their binary digits, the first digit last.
  @inline(__always)
  private static func fraction(ofMirrored digits: SIMD8<UInt32>) -> Lanes {
    let bits = mirror(digits)
    // A number with these bits behind the point and a one before it, less that one.
    var patterns = SIMD8<UInt64>.zero
    for lane in 0..<8 { patterns[lane] = UInt64(bits[lane]) << 20 | 0x3FF0_0000_0008_0000 }
    return unsafeBitCast(patterns, to: Lanes.self) - 1
  }

  /// The number whose binary digits are those of another in reverse.
  @inline(__always)
  private static func mirror(_ digits: SIMD8<UInt32>) -> SIMD8<UInt32> {
    var digits = swapped(digits, 1, 0x5555_5555)
    digits = swapped(digits, 2, 0x3333_3333)
    digits = swapped(digits, 4, 0x0F0F_0F0F)
    digits = swapped(digits, 8, 0x00FF_00FF)
    return (digits &>> 16) | (digits &<< 16)
  }

  @inline(__always)
  private static func swapped(
    _ digits: SIMD8<UInt32>, _ shift: UInt32, _ mask: UInt32
  ) -> SIMD8<UInt32> {
    ((digits &>> shift) & SIMD8(repeating: mask)) | ((digits & SIMD8(repeating: mask)) &<< shift)
  }

  /// What the last three binary digits of a point's number change, by coordinate.
  private static let offsets: [SIMD8<UInt32>] = (0..<capacity).map { coordinate in
    var offsets = SIMD8<UInt32>.zero
    for lane in 0..<8 {
      for digit in 0..<3 where lane >> digit & 1 == 1 {
        offsets[lane] ^= directions[coordinate][digit]
      }
    }
    return offsets
  }

  /// The direction numbers with their first digit last; shape `[capacity][32]`.
  private static let directions: [[UInt32]] = polynomials.map { polynomial in
    let (degree, inner) = (polynomial.first.count, polynomial.inner)
    var numbers: [UInt32] = []
    for place in 0..<32 {
      guard degree > 0 else {
        numbers.append(1 << UInt32(31 - place))
        continue
      }
      guard place >= degree else {
        numbers.append(polynomial.first[place] << UInt32(31 - place))
        continue
      }
      let start = numbers[place - degree]
      var number = start ^ (start >> UInt32(degree))
      for k in 1..<max(degree, 1) where inner >> UInt32(degree - 1 - k) & 1 == 1 {
        number ^= numbers[place - k]
      }
      numbers.append(number)
    }
    return numbers.map { number in
      mirror(SIMD8(repeating: number))[0]
    }
  }

  /// The primitive polynomials, by their inner coefficients, and the first direction numbers.
  private static let polynomials: [(inner: UInt32, first: [UInt32])] = [
    (0, []), (0, [1]), (1, [1, 3]), (1, [1, 3, 1]), (2, [1, 1, 1]), (1, [1, 1, 3, 3]),
    (4, [1, 3, 5, 13]), (2, [1, 1, 5, 5, 17]), (4, [1, 1, 5, 5, 5]), (7, [1, 1, 7, 11, 19]),
    (11, [1, 1, 5, 1, 1]), (13, [1, 1, 1, 3, 11]),
  ]
}
