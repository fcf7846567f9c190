/// What a model declares of itself.
///
/// Spec checking, `upsilon models`, the documentation and the tests all read the card.
package struct ModelCard: Sendable {
  /// The name in a spec.
  package let name: String
  /// The method's name with its version; raised when any number moves.
  package internal(set) var method: String
  package let summary: String
  /// The law in one line of plain text.
  package let formula: String
  /// Where the law was published.
  package let source: String
  /// The parameters, at most ``ParameterVector/capacity``, the amplitude first.
  package let parameters: [Parameter]
  /// Parameters that a curve of some twenty points out to ten or twenty kpc tells, of a galaxy
  /// whose baryons have 50 to 150 km/s: tests make curves of such ones and find them again.
  package let example: [Double]
  /// The facts of the galaxy without which the law has no value; a galaxy that lacks one is refused
  /// by its name.
  package let needs: [GalaxyFact]
  package let anchors: [Anchor]
  /// The laws that this one becomes at ends of its parameters' ranges.
  package let limits: [Limit]
  /// How long a fit takes beside one of another law to the same curve; plans are divided into parts
  /// by it, and no number depends on it.
  package let cost: Int
  /// What a reader of its fits should know.
  package internal(set) var notes: [String]

  /// A law costs ten times as much for each parameter beyond the first unless its card says
  /// otherwise.
  ///
  /// - Precondition: There are one to ``ParameterVector/capacity`` parameters, and as many numbers
  ///   in the example; the cost is positive.
  package init(
    name: String, method: String, summary: String, formula: String, source: String,
    parameters: [Parameter], example: [Double], needs: [GalaxyFact.Path] = [], anchors: [Anchor],
    limits: [Limit] = [], cost: Int? = nil, notes: [String] = []
  ) {
    precondition(
      (1...ParameterVector.capacity).contains(parameters.count),
      "a law has one to eight parameters")
    precondition(example.count == parameters.count, "one number a parameter")
    self.name = name
    self.method = method
    self.summary = summary
    self.formula = formula
    self.source = source
    self.parameters = parameters
    self.example = example
    self.needs = needs.map { GalaxyFact($0) }
    self.anchors = anchors
    self.limits = limits
    self.cost = cost ?? parameters.dropFirst().reduce(1) { cost, _ in 10 * cost }
    precondition(self.cost > 0, "no fit is free")
    self.notes = notes
  }

  /// Every quantity that a fit of the law may vary: its parameters, then those of the galaxy.
  package var quantities: [Quantity] {
    parameters.indices.map { .parameter($0) } + GalaxyParameter.allCases.map { .galaxy($0) }
  }

  /// The name of a quantity in specs and tables.
  package func name(of quantity: Quantity) -> String {
    switch quantity {
    case .parameter(let position): parameters[position].name
    case .galaxy(let parameter): parameter.rawValue
    }
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

    /// Where it lies when nothing more is known of it: within the published bounds, flat in its
    /// value or its logarithm as its spacing is.
    package var flatRange: FitRange {
      guard spacing == .log else { return FitRange(bounds) }
      // A lower bound of zero stands for a small value.
      let lower = max(bounds.lowerBound, 1e-5 * bounds.upperBound)
      return FitRange(lower, bounds.upperBound, .logUniform)
    }

    /// The values that make sense at all.
    package var values: ClosedRange<Double> {
      domain == .real ? -.infinity ... .infinity : 0 ... .infinity
    }

    /// Whether the parameter may be fixed at a value: zero is the limit of one that is positive,
    /// and has a sense only where the published bounds reach it.
    package func admits(_ value: Double) -> Bool {
      domain == .real || value > 0 || (value == 0 && bounds.contains(0))
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
    /// For a parameter whose bounds lie decades apart; a lower bound of zero stands for a small
    /// value.
    case log
  }

  /// A value of the law worked out by hand, with the reasoning.
  package struct Anchor: Sendable {
    package let parameters: [Double]
    package let radius: Double
    package let baryonSpeed: Double
    /// What is known of the galaxy, as far as the law needs it.
    package let facts: [(fact: GalaxyFact, value: Double)]
    package let speed: Double
    package let because: String

    package init(
      _ parameters: [Double], radius: Double, baryonSpeed: Double,
      in galaxy: KeyValuePairs<GalaxyFact.Path, Double> = [:], speed: Double, because: String
    ) {
      self.parameters = parameters
      self.radius = radius
      self.baryonSpeed = baryonSpeed
      facts = galaxy.map { (GalaxyFact($0), $1) }
      self.speed = speed
      self.because = because
    }

    /// The point that it speaks of.
    package var point: LawPoint<Double> {
      var galaxy = GalaxyFacts<Double>()
      for (fact, value) in facts { galaxy[keyPath: fact.path] = value }
      return LawPoint(radius: radius, baryonSpeed: baryonSpeed, of: galaxy)
    }
  }
}
