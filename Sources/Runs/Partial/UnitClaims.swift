import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which units this process has taken on, so that others working on the same plan take other ones.
///
/// A claim is a lock of the system on as many bytes of a file as there are units. It says who
/// computes a unit first and nothing else: without claims, units are computed more often, and
/// right.
final class UnitClaims: Sendable {
  private let descriptor: Int32
  /// The first byte of each computation.
  private let offsets: [Int]

  /// - Parameters:
  ///   - path: A file that all processes share; it is made if it is not there.
  ///   - layout: The units.
  init(at path: String, _ layout: RecordLayout) {
    descriptor = uninterrupted { open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    var offset = 0
    offsets = layout.shapes.map { shape in
      defer { offset += shape.unitCount }
      return offset
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Claims a piece.
  ///
  /// - Returns: `false` if another living process has claimed some of it.
  func take(_ piece: UnitPiece) -> Bool {
    guard descriptor >= 0 else { return true }
    let start = offsets[piece.computation]
    return Files.claim(
      (start + piece.units.lowerBound)..<(start + piece.units.upperBound), of: descriptor)
  }
}
