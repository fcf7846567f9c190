extension Double {
  /// One degree in radians, π / 180.
  ///
  /// Public, not package, so that it is a constant in other modules.
  @inlinable
  public static var radiansPerDegree: Double { 0.017_453_292_519_943_295 }
}
