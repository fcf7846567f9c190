/// The decimal digits of a whole number as characters, in room that is lent to it.
struct WholeDigits {
  /// How many a number of 64 bits has at most.
  private static let most = 20
  /// How many bytes a copy takes.
  static let copied = 24
  /// How many bytes of room the digits need, so that a copy of the last one does not leave it.
  static let room = most + copied

  private let first: UnsafeMutablePointer<UInt8>
  private(set) var count: Int

  /// Writes the digits at the end of the room, two at a time.
  @inline(__always)
  init(_ number: UInt64, in room: UnsafeMutableBufferPointer<UInt8>) {
    guard let base = room.baseAddress else { preconditionFailure("there is room for digits") }
    room.initialize(repeating: 0)
    let end = base + Self.most
    var place = end
    let pairs = Self.pairs.utf8Start
    func write(_ pair: UInt32) {
      place -= 2
      place.update(from: pairs + 2 * Int(pair), count: 2)
    }
    var long = number
    // Eight digits are a number of 32 bits, which is divided faster.
    while long >= 100_000_000 {
      let (quotient, rest) = long.quotientAndRemainder(dividingBy: 100_000_000)
      let (upper, lower) = UInt32(truncatingIfNeeded: rest).quotientAndRemainder(
        dividingBy: 10_000)
      write(lower % 100)
      write(lower / 100)
      write(upper % 100)
      write(upper / 100)
      long = quotient
    }
    var short = UInt32(truncatingIfNeeded: long)
    while short >= 100 {
      write(short % 100)
      short /= 100
    }
    if short >= 10 {
      write(short)
    } else {
      place -= 1
      place.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: short)
    }
    first = place
    count = end - place
  }

  /// The same without zeros at the end.
  @inline(__always)
  var withoutZerosAtEnd: WholeDigits {
    var digits = self
    while digits.count > 1, first[digits.count - 1] == UInt8(ascii: "0") { digits.count -= 1 }
    return digits
  }

  /// Copies some digits, and what lies behind them: always as many bytes, which takes less time
  /// than to ask how many.
  ///
  /// - Returns: Where they end.
  @inline(__always)
  func copy(
    from start: Int, count: Int, to place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let (source, target) = (UnsafeRawPointer(first + start), UnsafeMutableRawPointer(place))
    for offset in stride(from: 0, to: Self.copied, by: 8) {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        toByteOffset: offset, as: UInt64.self)
    }
    return place + count
  }

  /// `00` to `99`.
  private static let pairs: StaticString = """
    00010203040506070809101112131415161718192021222324252627282930313233343536373839\
    40414243444546474849505152535455565758596061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899
    """
}
