/// Why a group has no regression.
enum RegressionRefusal: Error, Equatable {
  case emptyGroup
  case belowMinimum
  case tooFewRows
  case constantResponse
  /// The term that depends on those before it.
  case dependentTerm(String)

  /// The reason as the table gives it.
  var text: String {
    switch self {
    case .emptyGroup: "the group has no rows"
    case .belowMinimum: "fewer rows than minimum_n"
    case .tooFewRows: "no more rows than coefficients"
    case .constantResponse: "the response is the same in all rows"
    case .dependentTerm(let term): Self.dependence(of: term)
    }
  }

  private static func dependence(of term: String) -> String {
    "term \(term) depends on those before it"
  }

  /// Every reason that a regression with these terms can have.
  static func texts(terms: [String]) -> [String] {
    [emptyGroup, .belowMinimum, .tooFewRows, .constantResponse].map(\.text)
      + ([RegressionTerm.intercept] + terms).map(dependence)
  }
}
