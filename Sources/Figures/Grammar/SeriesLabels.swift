import Support

/// Where the series of a panel are named.
package enum SeriesLabels: String, CaseIterable, Resolvable {
  case beside, key, side
  /// Over the panel, each with the number of its rows.
  case counts
  case none
}
