import TestKit

extension FormatCase {
  /// Points with surface densities that cannot be.
  static let densities = [
    FormatCase(
      "speeds beside densities",
      points: "galaxy,radius,v_obs,e_v_obs,⟨v_gas⟩,sigma_hi,⟨v_disk⟩,sigma_star\nA,1,2,3,4,5,6,7\n",
      "'v_gas' stands beside surface densities, from which it is computed",
      "'v_disk' stands beside surface densities, from which it is computed"),
    FormatCase(
      "two densities of the gas",
      points: "galaxy,radius,v_obs,e_v_obs,sigma_hi,⟨sigma_gas⟩,sigma_star\nA,1,2,3,4,5,6\n",
      "'sigma_gas' and 'sigma_hi' both give the gas"),
    FormatCase(
      "gas without stars", points: "⟨galaxy,radius,v_obs,e_v_obs,sigma_hi⟩\nA,1,2,3,4\n",
      "missing column 'sigma_star'"),
    FormatCase(
      "a density of stars beside a speed of gas",
      points: "⟨galaxy,radius,v_obs,e_v_obs,⟨v_gas⟩,sigma_star⟩\nA,1,2,3,4,5\n",
      "missing column 'sigma_gas' (or 'sigma_hi', without helium)",
      "'v_gas' stands beside surface densities, from which it is computed"),
    FormatCase(
      "a misspelt density",
      points: "⟨galaxy,radius,v_obs,e_v_obs,sigma_hi,⟨sigma_stars⟩⟩\nA,1,2,3,4,5\n",
      "missing column 'sigma_star'", "unknown column 'sigma_stars'"),
    FormatCase(
      "densities without radii and errors",
      points: "⟨⟨galaxy,v_obs,sigma_gas,sigma_star⟩⟩\nA,2,3,4\n",
      "missing column 'radius'", "missing column 'e_v_obs'"),
    FormatCase(
      "densities that are negative, missing and no numbers",
      points: Fixtures.densities("A,1,2,3,⟨-4⟩,⟨⟩\nA,2,2,3,⟨nan⟩,5"),
      "'sigma_hi' must be zero or positive, not '-4'", "'sigma_star' has no value in this row",
      "'sigma_hi' must be a number, not 'nan'"),
    FormatCase(
      "a profile of one radius",
      points: Fixtures.densities("A,1,2,3,4,5\nA,2,2,3,4,5\n⟨B,1,2,3,4,5⟩"),
      "a surface density at a single radius is no disk"),
  ]
}
