extension SpecCase {
  /// What is said of surface densities, of a dataset that has speeds, and wrongly.
  static let components = [
    SpecCase(
      "a method and a thickness for a dataset with speeds",
      #""methods": {⟨"thin_disk"⟩: "v2_thin_disk"}, "thickness": ⟨{"disk": {"sech2": 0.3}}⟩"#,
      "this spec uses no method 'thin_disk'", "this spec uses no 'thickness'",
      advice: [
        "dataset 'made-up' comes with the speeds of its components, not with surface densities",
        "dataset 'made-up' comes with the speeds of its components, not with surface densities",
      ]),
    SpecCase(
      "a method for a generated sample, with another mistake",
      text: #"""
        {"upsilon": 1, "name": "a", "dataset": "mock", "model": {"fit": [⟨"lineer"⟩]},
         "methods": {⟨"thin_disk"⟩: "v2_thin_disk"}}
        """#,
      "unknown model 'lineer'", "this spec uses no method 'thin_disk'"),
    SpecCase(
      "a thickness for a format with speeds",
      text: #"""
        {"upsilon": 1, "name": "a", "dataset": {"path": "x", "format": "rotmod"},
         "model": {"fit": ["linear"]}, "thickness": ⟨{}⟩}
        """#,
      "this spec uses no 'thickness'"),
    SpecCase(
      "an unknown version of the thin disk", #""methods": {"thin_disk": ⟨"v2_thin_disc"⟩}"#,
      "'thin_disk' has no version 'v2_thin_disc'", advice: ["did you mean 'v2_thin_disk'?"]),
    SpecCase(
      "a thickness that the method does not know",
      #""methods": {"thin_disk": "v1_thin_disk_rings"}, "thickness": ⟨{"disk": {"sech2": 0.3}}⟩"#,
      "'v1_thin_disk_rings' knows no thickness",
      advice: [#"leave the key out, or choose "thin_disk": "v2_thin_disk""#]),
    SpecCase(
      "layers that cannot be",
      #"""
      "thickness": {⟨"bulge"⟩: {"sech2": 1}, "disk": ⟨{"sech2": 1, "exponential": 1}⟩, "gas": ⟨{}⟩}
      """#,
      "unknown key 'bulge'", "a layer has one vertical profile", "this layer has no thickness"),
    SpecCase(
      "scale heights that cannot be",
      #""thickness": {"disk": {"sech2": ⟨-0.1⟩}, "gas": {"exponential": ⟨"thin"⟩, ⟨"sech"⟩: 1}}"#,
      "a scale height must be zero or positive", "expected a number, not a string",
      "unknown key 'sech'", advice: ["0 stands for a thin layer", "", "did you mean 'sech2'?"]),
    SpecCase(
      "a layer of an unknown kind", #""thickness": {"disk": {⟨"sech3"⟩: 0.3}}"#,
      "unknown key 'sech3'", advice: ["did you mean 'sech2'?"]),
  ]
}
