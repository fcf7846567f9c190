/// What a fit turned out to be; never a plain "ok".
package enum FitStatus: String, CaseIterable, Sendable {
  /// The optimum lies inside the bounds and the curvature there bounds every parameter.
  case interior
  /// The best value within the bounds lies on one of them.
  case atBound = "at_bound"
  /// The optimum lies inside, but the curvature leaves a parameter more room than its bounds do, or
  /// a parameter has no value because nothing depends on it.
  case unconstrained
  /// The best value was found from one start alone, so that a better one may have been missed; said
  /// before anything about bounds and curvature, which would be those of a doubtful optimum.
  case disagreeingStarts = "disagreeing_starts"
  /// There is no fit.
  case refused
}
