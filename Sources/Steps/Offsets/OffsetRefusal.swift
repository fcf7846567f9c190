/// Why a galaxy has no offset in a cell.
package enum OffsetRefusal: String, Error, CaseIterable, Sendable {
  case missingCatalogue = "the catalogue lacks v_flat, luminosity or sb_eff"
  case tooFewPoints = "too few valid points"
  case effectiveRadiusOutside = "r_eff lies outside the valid radii"
  case tooFewLow = "too few low-acceleration points"
}
