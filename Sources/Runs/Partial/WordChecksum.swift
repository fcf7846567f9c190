/// A checksum over words of 64 bits, against accidents and not against intent.
///
/// Each step maps the state one to one for a given word, and the word one to one for a given state,
/// so a change of a single word always shows; any other change goes unseen once in 2⁶⁴.
struct WordChecksum {
  private(set) var value: UInt64

  init(seed: UInt64) {
    value = seed
  }

  @inline(__always)
  mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 32
  }
}
