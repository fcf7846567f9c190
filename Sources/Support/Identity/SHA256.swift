import Native

/// The SHA-256 hash, fed piece by piece.
///
/// Processors that have instructions for it are given whole blocks; the bits are the same.
///
/// - SeeAlso: NIST FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2.
package struct SHA256 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  /// Whether blocks go to the instructions of the processor.
  private let hasInstructions: Bool

  private static let hasInstructions = hash_instructions_are_there()

  package init() {
    self.init(isPlain: false)
  }

  /// A hash that may be told to use plain arithmetic alone, as processors without instructions do.
  init(isPlain: Bool) {
    hasInstructions = !isPlain && Self.hasInstructions
  }

  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { update($0) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { update($0) } }
  }

  private mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    length += UInt64(bytes.count)
    var offset = 0
    if !pending.isEmpty {
      let taken = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<taken])
      offset = taken
      guard pending.count == 64 else { return }
      pending.withUnsafeBufferPointer { block in take(block[...]) }
      pending.removeAll(keepingCapacity: true)
    }
    let end = bytes.count - (bytes.count - offset) % 64
    if offset < end { take(bytes[offset..<end]) }
    pending.append(contentsOf: bytes[end...])
  }

  /// Takes whole blocks of 64 bytes.
  private mutating func take(_ blocks: Slice<UnsafeBufferPointer<UInt8>>) {
    let blocks = UnsafeBufferPointer(rebasing: blocks)
    guard hasInstructions else {
      for offset in stride(from: 0, to: blocks.count, by: 64) { compress(blocks, at: offset) }
      return
    }
    withUnsafeMutableBytes(of: &state) { state in
      hash_instructions_take(
        state.assumingMemoryBound(to: UInt32.self).baseAddress, blocks.baseAddress,
        blocks.count / 64)
    }
  }

  /// Ends the message.
  ///
  /// - Returns: The hash, 32 bytes.
  package consuming func finish() -> [UInt8] {
    let bits = length << 3
    let zeros = (119 - Int(length % 64)) % 64
    var tail = [0x80] + [UInt8](repeating: 0, count: zeros)
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(tail)
    let words = [
      state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7,
    ]
    return words.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// Takes a block of 64 bytes.
  ///
  /// The words of four turns of sixteen rounds each take the place of those before them, so that
  /// they stay in registers.
  private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    func word(_ index: Int) -> UInt32 {
      raw.loadUnaligned(fromByteOffset: offset + 4 * index, as: UInt32.self).bigEndian
    }
    var (w0, w1, w2, w3) = (word(0), word(1), word(2), word(3))
    var (w4, w5, w6, w7) = (word(4), word(5), word(6), word(7))
    var (w8, w9, wa, wb) = (word(8), word(9), word(10), word(11))
    var (wc, wd, we, wf) = (word(12), word(13), word(14), word(15))
    var (a, b, c, d, e, f, g, h) = state
    for turn in stride(from: 0, to: 64, by: 16) {
      if turn > 0 {
        w0 = Self.next(w0, w1, w9, we)
        w1 = Self.next(w1, w2, wa, wf)
        w2 = Self.next(w2, w3, wb, w0)
        w3 = Self.next(w3, w4, wc, w1)
        w4 = Self.next(w4, w5, wd, w2)
        w5 = Self.next(w5, w6, we, w3)
        w6 = Self.next(w6, w7, wf, w4)
        w7 = Self.next(w7, w8, w0, w5)
        w8 = Self.next(w8, w9, w1, w6)
        w9 = Self.next(w9, wa, w2, w7)
        wa = Self.next(wa, wb, w3, w8)
        wb = Self.next(wb, wc, w4, w9)
        wc = Self.next(wc, wd, w5, wa)
        wd = Self.next(wd, we, w6, wb)
        we = Self.next(we, wf, w7, wc)
        wf = Self.next(wf, w0, w8, wd)
      }
      // Eight rounds put every letter back in its place, so nothing is moved between them.
      Self.round(a, b, c, &d, e, f, g, &h, Self.constants[turn] &+ w0)
      Self.round(h, a, b, &c, d, e, f, &g, Self.constants[turn + 1] &+ w1)
      Self.round(g, h, a, &b, c, d, e, &f, Self.constants[turn + 2] &+ w2)
      Self.round(f, g, h, &a, b, c, d, &e, Self.constants[turn + 3] &+ w3)
      Self.round(e, f, g, &h, a, b, c, &d, Self.constants[turn + 4] &+ w4)
      Self.round(d, e, f, &g, h, a, b, &c, Self.constants[turn + 5] &+ w5)
      Self.round(c, d, e, &f, g, h, a, &b, Self.constants[turn + 6] &+ w6)
      Self.round(b, c, d, &e, f, g, h, &a, Self.constants[turn + 7] &+ w7)
      Self.round(a, b, c, &d, e, f, g, &h, Self.constants[turn + 8] &+ w8)
      Self.round(h, a, b, &c, d, e, f, &g, Self.constants[turn + 9] &+ w9)
      Self.round(g, h, a, &b, c, d, e, &f, Self.constants[turn + 10] &+ wa)
      Self.round(f, g, h, &a, b, c, d, &e, Self.constants[turn + 11] &+ wb)
      Self.round(e, f, g, &h, a, b, c, &d, Self.constants[turn + 12] &+ wc)
      Self.round(d, e, f, &g, h, a, b, &c, Self.constants[turn + 13] &+ wd)
      Self.round(c, d, e, &f, g, h, a, &b, Self.constants[turn + 14] &+ we)
      Self.round(b, c, d, &e, f, g, h, &a, Self.constants[turn + 15] &+ wf)
    }
    state.0 &+= a
    state.1 &+= b
    state.2 &+= c
    state.3 &+= d
    state.4 &+= e
    state.5 &+= f
    state.6 &+= g
    state.7 &+= h
  }

  /// The word that takes the place of one sixteen rounds before it; with those one, nine and
  /// fourteen rounds behind that.
  @inline(__always)
  private static func next(
    _ word: UInt32, _ early: UInt32, _ middle: UInt32, _ late: UInt32
  ) -> UInt32 {
    let s0 = early.rotated(7) ^ early.rotated(18) ^ (early &>> 3)
    let s1 = late.rotated(17) ^ late.rotated(19) ^ (late &>> 10)
    return word &+ s0 &+ middle &+ s1
  }

  /// One round, with the letters of the standard; `d` becomes the next `e`, and `h` the next `a`.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let first = h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice &+ word
    let majority = (a & b) | (c & (a | b))
    d &+= first
    h = first &+ (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension UInt32 {
  /// The bits moved to the right by `count`, those that fall out coming in on the left.
  @inline(__always)
  fileprivate func rotated(_ count: UInt32) -> UInt32 {
    self &>> count | self &<< (32 &- count)
  }
}
