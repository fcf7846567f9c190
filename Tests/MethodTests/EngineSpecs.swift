/// Specs that try everything that has no version of its own, each with no more than it must say.
enum EngineSpecs {
  static let all: [(name: String, members: String)] = [
    (
      "regressions",
      #"""
      "model": {"offset": {}}, "grid": {"upsilon_disk": {"from": 0.3, "through": 0.9, "step": 0.1}},
        "analyses": [
          {"name": "fit", "regress": "offsets", "response": "offset", "terms": ["log_v"],
           "bootstrap": {"samples": 20, "seed": 3}},
          {"name": "best", "select": "fit", "minimum": "rms", "within": 0.001},
          {"name": "pearson", "correlate": "offsets", "x": ["log_v", "f_gas"], "y": "offset"},
          {"name": "ranks", "correlate": "offsets", "x": ["log_l"], "y": "offset", "kind": "spearman",
           "controls": ["log_v"]},
          {"name": "halves", "summarize": "offsets", "columns": ["offset"], "statistics": ["count", "mean"],
           "by": {"half": {"quantiles": "log_l", "count": 2}}}
        ]
      """#
    )
  ]

  /// Steps over made rows, so that no law has a part in their numbers.
  static let steps = #"""
    "model": {"fit": ["linear"]},
      "analyses": [
        {"name": "by_bic", "compare": "rows", "models": ["one", "two"]},
        {"name": "by_aic", "compare": "rows", "models": ["one", "two"], "criterion": "aic"},
        {"name": "values", "derive": "rows", "columns": {
          "a": "exp(-x / 9) + ln(y) - log10(x) + tanh(bic / 99)",
          "b": "sqrt(abs(bic)) ^ 1.5 + min(x, y) - max(1, aic) * floor(x) / ceil(y)",
          "c": "if(missing(aic), round(y), aic)"}},
        {"name": "some", "filter": "values", "where": "model == 'one' and not missing(a)"},
        {"name": "all", "summarize": "values", "columns": ["a", "b"], "statistics": [
          "count", "missing", "sum", "mean", "median", "std", "sample_std", "min", "max", "rms", "p1", "p16",
          "p84", "p99"]}
      ]
    """#
}
