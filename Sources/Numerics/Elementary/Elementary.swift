/// The elementary functions, the same to the last bit on every processor.
///
/// The C library picks variants of `exp`, `log`, `pow` and `tanh` by processor, and their last bits
/// differ. The functions here are built from IEEE 754 basic operations alone – sum, difference,
/// product, quotient, square root and bit patterns – which every machine rounds alike. No step is
/// a fused multiply-add, in which compilers and processors may differ.
///
/// Each function states the largest error measured on a million random arguments, in units in the
/// last place of the exact result. The coefficients are printed by
/// `Tests/Reference/elementary-coefficients.py`. The methods are those of the textbooks; the
/// polynomials and their arrangement are our own.
///
/// Public, not package: Swift 6.3 accepts `@inlinable package` but inlines such functions in no
/// other module, and the loops over them would not vectorise. Nothing is exported all the same.
///
/// - SeeAlso: Muller et al. 2018, Handbook of Floating-Point Arithmetic, 2nd edition, chapters 4
///   and 10.
public enum Elementary {
  /// The number whose sum with a small double rounds the double to the nearest integer: 3 · 2^51.
  @inlinable @inline(__always)
  static var roundingShift: Double { 0x1.8p+52 }
}
