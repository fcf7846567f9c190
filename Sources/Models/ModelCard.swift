/// What a model declares of itself.
///
/// Spec checking, `upsilon models`, the documentation and the tests all read the card.
package struct ModelCard: Sendable {
  /// The name in a spec.
  package let name: String
  /// The method's name with its version; raised when any number moves.
  package let method: String
  package let summary: String
  /// The law in one line of plain text.
  package let formula: String
  /// Where the law was published.
  package let source: String
  package let parameters: [Parameter]
  /// The galaxy columns without which the law has no value.
  package let needs: [String]
  package let anchors: [Anchor]
  /// What a reader of its fits should know.
  package let notes: [String]

  package init(
    name: String, method: String, summary: String, formula: String, source: String,
    parameters: [Parameter], needs: [String] = [], anchors: [Anchor], notes: [String] = []
  ) {
    self.name = name
    self.method = method
    self.summary = summary
    self.formula = formula
    self.source = source
    self.parameters = parameters
    self.needs = needs
    self.anchors = anchors
    self.notes = notes
  }

  /// A quantity that a fit determines.
  package struct Parameter: Sendable {
    package let name: String
    package let unit: String
    package let summary: String
    /// The published bounds, in force unless a spec says otherwise.
    package let bounds: ClosedRange<Double>
    /// What values make sense at all.
    package let domain: Domain
    /// How a search spreads its starts between the bounds.
    package let spacing: Spacing

    package init(
      _ name: String, unit: String, in bounds: ClosedRange<Double>, domain: Domain = .real,
      spacing: Spacing = .linear, _ summary: String
    ) {
      self.name = name
      self.unit = unit
      self.bounds = bounds
      self.domain = domain
      self.spacing = spacing
      self.summary = summary
    }
  }

  /// The values that make sense for a parameter, whatever the bounds.
  package enum Domain: Sendable {
    case real
    /// Zero is allowed as a lower bound; it stands for the limit.
    case positive
  }

  /// In what a parameter is even: its value or its logarithm.
  package enum Spacing: Sendable {
    case linear
    /// For a parameter whose bounds lie decades apart; a lower bound of zero stands for a small value.
    case log
  }

  /// A value of the law worked out by hand, with the reasoning.
  package struct Anchor: Sendable {
    package let parameters: [Double]
    package let radius: Double
    package let baryonSpeed: Double
    package let diskScaleLength: Double
    package let speed: Double
    package let because: String

    package init(
      _ parameters: [Double], radius: Double, baryonSpeed: Double, diskScaleLength: Double = .nan,
      speed: Double, because: String
    ) {
      self.parameters = parameters
      self.radius = radius
      self.baryonSpeed = baryonSpeed
      self.diskScaleLength = diskScaleLength
      self.speed = speed
      self.because = because
    }
  }
}
