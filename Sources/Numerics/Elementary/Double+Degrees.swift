extension Double {
  /// One degree in radians, π / 180.
  package static var radiansPerDegree: Double { 0.017_453_292_519_943_295 }
}
