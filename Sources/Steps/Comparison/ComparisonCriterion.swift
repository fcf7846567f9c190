import Numerics
import Support

/// What two models are compared by.
enum ComparisonCriterion: Hashable, Sendable {
  /// A column of the fits.
  case information(InformationCriterion)
  /// The evidence of the posteriors, −2 ln Z.
  case evidence

  /// The table and the columns that the evidence is in.
  static let evidences = "evidences"

  /// Whether a difference is twice the logarithm of a Bayes factor, or stands for it.
  var isBayesian: Bool {
    switch self {
    case .information(let criterion): criterion.isBayesian
    case .evidence: true
    }
  }

  /// Whether it counts what is known of the quantities beforehand.
  var countsPriors: Bool {
    switch self {
    case .information(let criterion): criterion.countsPriors
    case .evidence: true
    }
  }
}

extension ComparisonCriterion: RawRepresentable, CaseIterable, Resolvable {
  static let allCases = InformationCriterion.allCases.map(Self.information) + [.evidence]

  init?(rawValue: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = found
  }

  var rawValue: String {
    switch self {
    case .information(let criterion): criterion.rawValue
    case .evidence: "evidence"
    }
  }
}
