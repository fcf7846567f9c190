import TestKit

extension FormatCase {
  /// Points and catalogues that cannot be.
  static let values = [
    FormatCase(
      "a missing column", points: "⟨galaxy,radius,v_obs,v_gas⟩\nA,1,2,3\n",
      "missing column 'e_v_obs'", "missing column 'v_disk'"),
    FormatCase(
      "a misspelt column",
      points: "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk,⟨v_bulg⟩\nA,1,2,3,4,5,6\n",
      "unknown column 'v_bulg'"),
    FormatCase(
      "text for numbers", points: Fixtures.points("A,1,⟨fast⟩,3,4,⟨0x10⟩"),
      "'v_obs' must be a number, not 'fast'", "'v_disk' must be a number, not '0x10'"),
    FormatCase(
      "NaN and infinity", points: Fixtures.points("A,1,⟨NaN⟩,⟨inf⟩,⟨-infinity⟩,⟨1e999⟩"),
      "'v_obs' must be a number, not 'NaN'", "'e_v_obs' must be a number, not 'inf'",
      "'v_gas' must be a number, not '-infinity'", "'v_disk' must be a number, not '1e999'"),
    FormatCase(
      "an empty value", points: Fixtures.points("A,1,2,⟨⟩,4,5"),
      "'e_v_obs' has no value in this row"),
    FormatCase(
      "a radius below zero", points: Fixtures.points("A,⟨-1⟩,2,3,4,5\nA,0.0,2,3,4,5"),
      "'radius' must be zero or positive, not '-1'"),
    FormatCase(
      "nothing but a centre", points: Fixtures.points("⟨A⟩,0.0,2,3,4,5"),
      "galaxy 'A' has no point outside its centre"),
    FormatCase(
      "no positive error", points: Fixtures.points("A,1,2,⟨0⟩,4,5\nA,2,2,-1,4,5"),
      "no point of galaxy 'A' has a positive error"),
    FormatCase(
      "negative speeds", points: Fixtures.points("A,1,⟨-2⟩,-3,-4,⟨-5⟩"),
      "'v_obs' must be zero or positive, not '-2'", "'v_disk' must be zero or positive, not '-5'"),
    FormatCase(
      "a row without a galaxy", points: Fixtures.points("⟨⟩,1,2,3,4,5"),
      "this row does not name its galaxy"),
    FormatCase(
      "a control character in the name of a galaxy",
      points: Fixtures.points(
        "⟨A\u{B}B⟩,1,2,3,4,5\n⟨A\u{85}B⟩,1,2,3,4,5\n⟨A\u{2028}B⟩,1,2,3,4,5"),
      "the name of a galaxy cannot hold the control character \\u{B}",
      "the name of a galaxy cannot hold the control character \\u{85}",
      "the name of a galaxy cannot hold the control character \\u{2028}"),
    FormatCase(
      "a control character in a name of the catalogue",
      catalogue: "galaxy,distance\n⟨A\u{1B}[0m⟩,1\n",
      "the name of a galaxy cannot hold the control character \\u{1B}"),
    FormatCase(
      "a name without end",
      points: Fixtures.points("⟨\(String(repeating: "A", count: 101))⟩,1,2,3,4,5"),
      "the name of a galaxy has 101 letters, and may have 100"),
    FormatCase(
      "a galaxy twice in the catalogue", catalogue: "galaxy,distance\nA,1\n⟨A⟩,2\n",
      "galaxy 'A' stands twice"),
    FormatCase(
      "a column that follows from the curve", catalogue: "galaxy,⟨r_max⟩\nA,1\n",
      "'r_max' follows from the curve"),
    FormatCase(
      "angles out of range", catalogue: "galaxy,inclination\nA,⟨0⟩\nB,⟨90.1⟩\nC,⟨nan⟩\nD,\n",
      "'inclination' must be above 0 and at most 90, not '0'",
      "'inclination' must be above 0 and at most 90, not '90.1'",
      "'inclination' must be a number, not 'nan'"),
    FormatCase(
      "types and flags out of range",
      catalogue: "galaxy,hubble_type,quality\nA,⟨12⟩,⟨0⟩\nB,⟨2.5⟩,3\n",
      "'hubble_type' must be a whole number from 0 to 11, not '12'",
      "'quality' must be a whole number from 1 to 3, not '0'",
      "'hubble_type' must be a whole number from 0 to 11, not '2.5'"),
    FormatCase(
      "a distance of zero", catalogue: "galaxy,distance,e_distance\nA,⟨0⟩,⟨-1⟩\n",
      "'distance' must be positive, not '0'", "'e_distance' must be zero or positive, not '-1'"),
    FormatCase(
      "a curve that the catalogue does not have",
      points: Fixtures.points("NGC1,1,2,3,4,5\n⟨NGC22⟩,1,2,3,4,5"),
      catalogue: "galaxy,distance\nNGC1,2\nNGC2,3\n", "galaxy 'NGC22' is not in the catalogue"),
  ]
}
