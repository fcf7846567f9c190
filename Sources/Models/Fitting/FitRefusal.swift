/// Why a unit has no fit.
package enum FitRefusal: String, Error, CaseIterable, Sendable {
  case tooFewPoints = "too few points for the number of parameters"
  case missingScaleLength = "the catalogue has no r_disk"
  case boundWithoutValue = "a bound has no value for this galaxy"
  case reversedBounds = "the bounds are reversed for this galaxy"
  case boundOutsideDomain = "a parameter that must be positive is bounded below zero"
}
