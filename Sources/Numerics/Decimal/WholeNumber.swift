/// A whole number of any size, not negative: for exact arithmetic that 128 bits do not hold.
struct WholeNumber: Equatable {
  /// How many decimal digits a limb has.
  private static let digitsOfLimb = 9
  private static let base: UInt64 = 1_000_000_000

  /// Nine decimal digits each, the lowest first; none of zero, and the last is not zero.
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  /// The product with a small number.
  func multiplied(by factor: UInt32) -> WholeNumber {
    var (product, carry) = ([UInt32](), UInt64(0))
    product.reserveCapacity(limbs.count + 2)
    for limb in limbs {
      let sum = UInt64(limb) * UInt64(factor) + carry
      product.append(UInt32(sum % Self.base))
      carry = sum / Self.base
    }
    while carry > 0 {
      product.append(UInt32(carry % Self.base))
      carry /= Self.base
    }
    return WholeNumber(limbs: product)
  }

  /// The product with a power of ten.
  func multiplied(byTenTo power: Int) -> WholeNumber {
    let (whole, rest) = power.quotientAndRemainder(dividingBy: Self.digitsOfLimb)
    let factor = (0..<rest).reduce(UInt32(1)) { product, _ in product * 10 }
    let zeros = [UInt32](repeating: 0, count: whole)
    return WholeNumber(limbs: zeros + multiplied(by: factor).limbs)
  }

  /// The sum.
  func adding(_ other: WholeNumber) -> WholeNumber {
    let (long, short) = limbs.count < other.limbs.count ? (other, self) : (self, other)
    var (sum, carry) = (long.limbs, UInt64(0))
    for index in sum.indices {
      let next = index < short.limbs.count ? UInt64(short.limbs[index]) : 0
      let total = UInt64(sum[index]) + next + carry
      sum[index] = UInt32(total % Self.base)
      carry = total / Self.base
    }
    if carry > 0 { sum.append(UInt32(carry)) }
    return WholeNumber(limbs: sum)
  }

  /// The difference to a number that is not larger.
  func subtracting(_ other: WholeNumber) -> WholeNumber {
    var (difference, borrow) = (limbs, Int64(0))
    for index in difference.indices {
      let next = index < other.limbs.count ? Int64(other.limbs[index]) : 0
      let total = Int64(difference[index]) - next - borrow
      borrow = total < 0 ? 1 : 0
      difference[index] = UInt32(total + borrow * Int64(Self.base))
    }
    precondition(borrow == 0, "a whole number is not negative")
    return WholeNumber(limbs: difference)
  }

  /// How often a small number, not zero, fits into it, and what is left over.
  func divided(by divisor: UInt32) -> (quotient: WholeNumber, remainder: UInt32) {
    var (quotient, rest) = (limbs, UInt64(0))
    for index in limbs.indices.reversed() {
      let part = rest * Self.base + UInt64(limbs[index])
      quotient[index] = UInt32(part / UInt64(divisor))
      rest = part % UInt64(divisor)
    }
    return (WholeNumber(limbs: quotient), UInt32(rest))
  }

  /// Its decimal digits.
  var digits: String {
    guard let top = limbs.last else { return "0" }
    return limbs.dropLast().reversed().reduce("\(top)") { text, limb in
      let digits = String(limb)
      return text + String(repeating: "0", count: Self.digitsOfLimb - digits.utf8.count) + digits
    }
  }
}

extension WholeNumber: Comparable {
  static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
    return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
  }
}
