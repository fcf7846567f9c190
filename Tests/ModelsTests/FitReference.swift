import Foundation

/// The fits of `Tests/Reference/curve-fits.json`, packed by `curve-fits.py` beside it.
struct FitReference: Decodable {
  /// Whether the baryons exceed the observed speed somewhere.
  let below: Bool
  /// By model the parameters, χ², the root mean square residual and the Bayesian criterion.
  let fits: [String: [Double]]

  /// The names of the laws that it has, in alphabetical order.
  static let laws = Set(((try? all()) ?? [:]).values.flatMap(\.fits.keys)).sorted()

  /// The reference of every galaxy it has, by name.
  static func all() throws -> [String: FitReference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/curve-fits.json").standardized
    return try JSONDecoder().decode([String: FitReference].self, from: Data(contentsOf: file))
  }
}
