import Models
package import Support

/// How a generated sample is made.
package struct MockSettings: Equatable, Resolvable {
  let seed: Int
  let galaxies: Int
  /// The typical error of a speed, km/s.
  let noise: Double
  /// The law that the galaxies obey; `nil` for the taper that the sample has by itself.
  let law: String?
  /// What every parameter of that law is drawn from, in the order of its card.
  let parameters: [MockPrior]
  /// What quantities of the galaxy are drawn from, in their order; the others are as the catalogue
  /// or the sample has them.
  let draw: [MockPrior]

  /// The sample of an empty object.
  package init() {
    let usual = GivenMock()
    self.init(seed: usual.seed, galaxies: usual.galaxies, noise: usual.noise)
  }

  /// A sample that has its law and its truth by itself.
  ///
  /// - Parameters:
  ///   - seed: The seed that the galaxies are drawn from.
  ///   - galaxies: How many there are.
  ///   - noise: The typical error of a speed, km/s.
  package init(seed: Int, galaxies: Int, noise: Double) {
    (self.seed, self.galaxies, self.noise) = (seed, galaxies, noise)
    (law, parameters, draw) = (nil, [], [])
  }

  private init(_ given: GivenKeys<GivenMock>, _ report: InputReport) {
    let value = given.value
    let reading = MockPriorReading(report: report)
    (seed, galaxies, noise) = (value.seed, value.galaxies, value.noise)
    law = value.law?.value
    let card = value.law.flatMap { ModelCatalogue.law(named: $0.value)?.card }
    parameters = card.map { reading.parameters(value.parameters.asList.flatMap(\.self), of: $0) }
      .asList.flatMap(\.self)
    draw = reading.draw(value.draw.asList.flatMap(\.self))
    if given.has(GivenMock.parameters), !given.has(GivenMock.law) {
      report.error(
        "parameters belong to a law, and without one the sample has its own",
        at: given.place(of: GivenMock.parameters), help: "name it: \"law\": \"nfw\"")
    }
  }

  static let type = JSONType<MockSettings>(
    schema: GivenMock.type.schema, words: GivenMock.type.words, parts: GivenMock.keys
  ) { node, report in
    GivenKeys<GivenMock>(node, report).map { MockSettings($0, report) }
  }

  /// What is said of the sample, with every default; what it does without is left out.
  package var resolved: JSONValue {
    let plain: [JSONValue.Member] = [
      .init("seed", .number(Double(seed))), .init("galaxies", .number(Double(galaxies))),
      .init("noise", .number(noise)),
    ]
    let lawful = law.asList.flatMap { law -> [JSONValue.Member] in
      [.init("law", .string(law)), .init("parameters", Self.resolved(parameters))]
    }
    let drawn = draw.isEmpty ? [] : [JSONValue.Member("draw", Self.resolved(draw))]
    return .object(plain + lawful + drawn)
  }

  private static func resolved(_ priors: [MockPrior]) -> JSONValue {
    .object(priors.map { .init($0.name, $0.resolved) })
  }
}
