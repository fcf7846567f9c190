/// The steps that make the tables which figures need.
enum FigureNeed {
  private static let steps = [
    "curves": #"add {"name": "curves", "curves": "fits", "grid": 100} to 'analyses'"#,
    "curves.fine": #"give the step "grid": 100"#,
    "points": #"add {"name": "points", "points": {"upsilon_disk": 0.5}} to 'analyses'"#,
    "fits": #"fit models: "model": {"fit": ["nfw"]}"#,
    "draws": "draws of a posterior come with a later version; name a table that has them",
  ]

  /// What to do for a table; `nil` where no step is known by its name.
  static func advice(for table: String) -> String? { steps[table] }
}
