import TestKit
import Testing

@testable import Support

/// The expected values come from `hashlib` of Python 3.
@Suite("SHA-256", .limited)
struct SHA256Tests {
  /// Lengths on both sides of the block border and of the border of the padding.
  static let vectors: [(count: Int, hash: String)] = [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (3, "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
    (1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test(arguments: vectors)
  func agreesWithTheReference(_ vector: (count: Int, hash: String)) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: vector.count)
    #expect(Fingerprint(of: bytes).description == vector.hash)
  }

  @Test func hashesTheExampleOfTheStandard() {
    #expect(
      Fingerprint(of: "abc".utf8).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func doesNotDependOnThePieces() {
    let bytes = (0..<300).map { UInt8($0 * 7 % 256) }
    let whole = Fingerprint(of: bytes)
    #expect(
      whole.description == "9a76b8af8f16f19d60de2b3999c22f9d10be4395c90ea3bfc5eb6cd6254243af")
    for cut in 0...bytes.count {
      var hash = SHA256()
      hash.update(bytes[..<cut])
      hash.update(bytes[cut...])
      #expect(Fingerprint(hash: hash.finish()) == whole)
    }
    for size in [1, 2, 3, 7, 31, 63, 64, 65, 127, 129] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(Fingerprint(hash: hash.finish()) == whole)
    }
  }

  /// With the instructions of the processor, where it has some, and without.
  @Test func doesNotDependOnTheProcessor() {
    let bytes = (0..<1000).map { UInt8($0 * 31 % 256) }
    for count in 0...bytes.count {
      var (plain, usual) = (SHA256(isPlain: true), SHA256())
      plain.update(bytes[..<(count / 3)])
      plain.update(bytes[(count / 3)..<count])
      usual.update(bytes[..<count])
      #expect(plain.finish() == usual.finish())
    }
  }

  @Test func takesBytesThatAreNotInOnePiece() {
    let lazy = (0..<300).lazy.map { UInt8($0 * 7 % 256) }
    #expect(Fingerprint(of: lazy) == Fingerprint(of: Array(lazy)))
  }
}
