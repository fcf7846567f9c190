/// Why a unit has no fit.
package enum FitRefusal: String, Error, CaseIterable, Sendable {
  case tooFewPoints = "too few points for the number of parameters"
  case missingScaleLength = "the catalogue has no r_disk"
  case boundWithoutValue = "a bound has no value for this galaxy"
  case reversedBounds = "the bounds are reversed for this galaxy"
  case boundOutsideDomain = "a parameter that must be positive is bounded below zero"
  case galaxyBoundOutsideDomain =
    "a mass-to-light ratio, distance or inclination is bounded outside the values that make sense"
  case priorWithoutValue = "a prior has no value for this galaxy"
  case priorOutsideBounds = "a prior leaves no value within the bounds"
  case missingDistance = "the catalogue has no distance"
  case missingInclination = "the catalogue has no inclination"
}
