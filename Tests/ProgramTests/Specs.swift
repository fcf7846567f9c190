/// Specs over generated galaxies, which need no files.
enum Specs {
  /// Four galaxies, two models, two cells: done in no time.
  static let small = """
    {
      "upsilon": 1,
      "name": "small",
      "dataset": { "mock": { "seed": 7, "galaxies": 4 } },
      "model": { "fit": ["linear", "rational-taper"] },
      "grid": { "upsilon_disk": [0.3, 0.5] },
      "bounds": { "rational-taper": { "omega": [0, 90] } },
      "expect": [
        { "table": "fits", "statistic": "count", "equals": 16, "source": "2 × 4 × 2" }
      ]
    }
    """

  /// The same under another name, with other galaxies.
  static let other = small.replacing("small", with: "other").replacing(
    "\"seed\": 7", with: "\"seed\": 8")

  /// The same with an expectation that is missed.
  static let missed = small.replacing("\"equals\": 16", with: "\"equals\": 17")

  /// The same with four mistakes of different kinds.
  static let wrong = """
    {
      "upsilon": 1,
      "name": "wrong name!",
      "dataset": "mock",
      "model": { "fit": ["linnear"] },
      "grid": { "upsilon_disk": [-0.3] },
      "colour": "red"
    }
    """

  /// Five models on a grid of 41 × 41: hundreds of thousands of fits.
  static let large = """
    {
      "upsilon": 1,
      "name": "large",
      "dataset": { "mock": { "seed": 7, "galaxies": 100 } },
      "model": { "fit": ["linear", "quadrature", "rational-taper", "tanh-taper", "rational-taper-kRd"] },
      "grid": {
        "upsilon_disk": { "from": 0.3, "through": 0.7, "step": 0.01 },
        "upsilon_bulge": { "from": 0.3, "through": 0.7, "step": 0.01 }
      },
      "outputs": { "tables": ["fits"] }
    }
    """
}
