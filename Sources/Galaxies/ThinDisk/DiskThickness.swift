/// How the matter of a disk is spread above and below its plane.
///
/// The same at every radius: ρ(R, z) = Σ(R) ζ(z), with the integral of ζ over all z one.
package enum DiskThickness: Equatable, Sendable {
  /// All matter lies in the plane.
  case thin
  /// ζ = sech²(z/z₀) / 2z₀, an isothermal sheet; z₀ in kpc, positive.
  case sech2(scaleHeight: Double)
  /// ζ = e^(−|z|/h) / 2h; h in kpc, positive.
  case exponential(scaleHeight: Double)
}
