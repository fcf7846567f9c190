import Galaxies
import Plans
import Specs
import Support
import TestKit
import Testing

@Suite("An identity", .limited)
struct IdentityTests {
  private static func fingerprint(
    _ text: String, name: String = "test.json", inputs: [Dataset.Input] = MadeUp.inputs
  ) throws -> String {
    Identity(try Reading.spec(text, name: name), inputs: inputs).fingerprint.short
  }

  private static func fingerprint(more: String) throws -> String {
    try fingerprint(MadeUp.spec(more))
  }

  /// Specs with their identities by the rule of the time when the name was hashed, and by today's.
  static let pinned: [(spec: String, named: String, fingerprint: String)] = [
    (MadeUp.spec(), "11a9567b02cd", "d40766ffabf7"),
    (ResolvedSpecTests.whole, "ca1adfc51d0f", "eebcaf34c477"),
    (ResolvedSpecTests.free, "311f449b98f8", "d38f00ec46e9"),
    (
      MadeUp.spec(
        #""cuts": {"galaxies": ["points >= 10"]}"#, models: #"["rational-taper-kRd"]"#
      ).replacing(#""made-up""#, with: #""mock""#), "66e3bb1a29f3", "e706adc58610"
    ),
  ]

  /// A spec as it was before there was a second search.
  private static func withFirstSearch(_ spec: String) -> String {
    spec.contains(#""methods": {"#)
      ? spec.replacing(#""methods": {"#, with: #""methods": {"search": "v1_starts", "#)
      : spec.replacing(
        #""upsilon": 1,"#, with: #""upsilon": 1, "methods": {"search": "v1_starts"},"#)
  }

  /// The identity is a promise to old runs: if this fails, they can no longer be found.
  @Test(arguments: pinned)
  func isPinned(_ example: (spec: String, named: String, fingerprint: String)) throws {
    let text = Self.withFirstSearch(example.spec)
    let spec = try Reading.spec(text)
    let named = Identity.components(
      spec: ExperimentSpec.scientific(ofResolved: spec.resolved, by: .withName),
      inputs: MadeUp.inputs.map { ($0.role, $0.sha256) }, engine: 1)
    #expect(Fingerprint(of: named).short == example.named)
    let made = try Self.fingerprint(text)
    #expect(made == example.fingerprint)
  }

  @Test func namesTheRun() throws {
    let plan = try MadeUp.plan(MadeUp.spec())
    #expect(plan.runName == "test-\(try Self.fingerprint(MadeUp.spec()))")
    #expect(Fingerprint(of: plan.identity.components) == plan.identity.fingerprint)
  }

  /// Pairs of members that mean the same.
  static let equal: [(String, String)] = [
    (#""question": "Why?", "source": "here""#, ""),
    (#""limits": {"units": 5000, "refused": 0}"#, ""),
    (#""expect": [{"table": "fits", "column": "dof", "equals": 1}]"#, ""),
    (#""outputs": {"figures": ["histogram"]}"#, ""),
    (#""grid": {"upsilon_disk": [0.5]}"#, ""),
    (
      #""grid": {"upsilon_disk": [5e-1], "upsilon_gas": [1.0]}"#, #""grid": {"upsilon_gas": [1e0]}"#
    ),
    (
      #""grid": {"upsilon_disk": {"from": 0.2, "through": 0.5, "step": 0.1}}"#,
      #""grid": {"upsilon_disk": [0.2, 0.3, 0.4, 0.5]}"#
    ),
    (
      #""grid": {"omega": [1], "upsilon_disk": [0.3]}"#,
      #""grid": {"upsilon_disk": [0.3], "omega": [1]}"#
    ),
    (
      #""bounds": {"omega": [0, 50]}"#,
      #""bounds":{"rational-taper":{"omega":[0.0,5e1]},"linear":{"omega":[0,50]}}"#
    ),
    (#""bounds": {"r_t": [0.1, 50]}"#, ""),
    (#""priors": {}"#, ""),
    (
      #""priors": {"upsilon_disk": {"uniform": [0.3, 0.8]}}"#,
      #""bounds": {"upsilon_disk": [0, 0.8]}, "priors": {"upsilon_disk": {"uniform": [0.3, 0.9]}}"#
    ),
    (
      #""priors": {"distance": "catalogue"}"#,
      #""priors": {"distance": {"catalogue": "normal"}}"#
    ),
    (
      #""priors": {"omega": {"normal": {"mean": 1, "sigma": 2}}}"#,
      #""priors": {"linear": {"omega": {"normal": {"sigma": 2.0, "mean": 1}}}, "rational-taper": {"omega": {"normal": {"mean": 1, "sigma": 2}}}}"#
    ),
    (#""bounds": {"r_t": [0.1, "5*r_max"]}"#, #""bounds": {"r_t": [0.1, "(5.0  *  r_max)"]}"#),
    (
      #""cuts": {"galaxies": ["v_flat>0"]}"#,
      #""cuts": {"points": [], "galaxies": [" v_flat  > 0.0"]}"#
    ),
    (#""methods": {"linear": "v1_fixed_ML"}"#, ""),
    (
      #""analyses": [{"name": "a", "filter": "fits", "where": "dof > 1"}]"#,
      #""analyses": [{"where": "(dof)>1.0", "filter": "fits", "name": "a"}]"#
    ),
  ]

  @Test(arguments: equal)
  func isTheSameForTheSameMeaning(_ pair: (String, String)) throws {
    #expect(try Self.fingerprint(more: pair.0) == Self.fingerprint(more: pair.1))
  }

  @Test func ignoresKeyOrderWhiteSpaceAndThePathOfTheFile() throws {
    let text =
      #"{"model":{"fit":["linear","rational-taper"]},"dataset":"made-up","name":"test","upsilon":1.0}"#
    #expect(
      try Self.fingerprint(text, name: "far/away.json") == Self.fingerprint(MadeUp.spec()))
    let reversed = Array(MadeUp.inputs.reversed())
    #expect(
      try Self.fingerprint(MadeUp.spec(), inputs: reversed) == Self.fingerprint(MadeUp.spec()))
  }

  @Test func ignoresTheName() throws {
    let other = MadeUp.spec().replacing(#""test""#, with: #""other""#)
    #expect(try Self.fingerprint(other) == Self.fingerprint(MadeUp.spec()))
    #expect(try MadeUp.plan(other).runName == "other-\(Self.fingerprint(MadeUp.spec()))")
  }

  @Test func ignoresThePathOfOwnFiles() throws {
    func own(_ path: String, _ format: String = "csv") throws -> String {
      let dataset = #"{"path": "\#(path)", "format": "\#(format)"}"#
      return try Self.fingerprint(MadeUp.spec().replacing(#""made-up""#, with: dataset))
    }
    #expect(try own("a") == own("b/c"))
    #expect(try own("a") != own("a", "rotmod"))
  }

  /// Members that change the results, each against a sound spec without any.
  static let different = [
    #""grid": {"upsilon_disk": [0.5000000000000001]}"#,
    #""grid": {"upsilon_disk": [0.5, 0.6]}"#,
    #""grid": {"omega": [5]}"#,
    #""bounds": {"r_t": [0.1, 50.00000000000001]}"#,
    #""bounds": {"r_t": [0.1, "r_max"]}"#,
    #""bounds": {"upsilon_disk": [0.5, 0.5]}"#,
    #""bounds": {"distance": [1, 10]}"#,
    #""bounds": {"upsilon_disk": [0.3, 0.8]}"#,
    #""priors": {"upsilon_disk": {"uniform": [0.3, 0.8]}}"#,
    #""priors": {"upsilon_disk": {"loguniform": [0.3, 0.8]}}"#,
    #""priors": {"distance": "catalogue"}"#,
    #""priors": {"distance": {"catalogue": "lognormal"}}"#,
    #""priors": {"distance": {"normal": {"mean": "distance", "sigma": "e_distance"}}}"#,
    #""priors": {"omega": {"normal": {"mean": 0, "sigma": 10}}}"#,
    #""priors": {"omega": {"normal": {"mean": 0, "sigma": 11}}}"#,
    #""priors": {"linear": {"omega": {"normal": {"mean": 0, "sigma": 10}}}}"#,
    #""cuts": {"galaxies": ["v_flat > 0"]}"#,
    #""cuts": {"galaxies": ["v_flat >= 0"]}"#,
    #""cuts": {"points": ["v_obs > 0"]}"#,
    #""analyses": [{"name": "a", "filter": "fits", "where": "dof > 1"}]"#,
    #""analyses": [{"name": "b", "filter": "fits", "where": "dof > 1"}]"#,
    #""outputs": {"tables": ["fits"]}"#,
  ]

  @Test func differsWithWhatDeterminesTheResults() throws {
    let all = try Self.different.map { try Self.fingerprint(more: $0) }
    let others = [
      try Self.fingerprint(MadeUp.spec()),
      try Self.fingerprint(MadeUp.spec(models: #"["rational-taper", "linear"]"#)),
      try Self.fingerprint(MadeUp.spec(models: #"["linear"]"#)),
      try Self.fingerprint(MadeUp.spec().replacing(#""made-up""#, with: #""sparc""#)),
      try Self.fingerprint(
        MadeUp.spec(),
        inputs: [.init(role: "curves", sha256: String(repeating: "d", count: 64), bytes: 20)]),
    ]
    #expect(Set(all + others).count == all.count + others.count)
  }

  /// The first condition met is the group, and columns stand in the order of the file.
  @Test func keepsTheOrderOfGroupsAndColumns() throws {
    func step(_ columns: String, _ groups: String) throws -> String {
      try Self.fingerprint(
        more: #"""
          "analyses": [{"name": "a", "summarize": "fits", "columns": {\#(columns)},
            "statistics": ["mean"], "by": {"type": {\#(groups)}}}]
          """#)
    }
    let usual = try step(#""x": "dof", "y": "chi2""#, #""low": "dof < 5", "all": "true""#)
    #expect(try usual != step(#""y": "chi2", "x": "dof""#, #""low": "dof < 5", "all": "true""#))
    #expect(try usual != step(#""x": "dof", "y": "chi2""#, #""all": "true", "low": "dof < 5""#))
  }

  @Test func holdsEngineInputsAndMethods() throws {
    let components = Identity(try Reading.spec(MadeUp.spec()), inputs: MadeUp.inputs).components
    #expect(components["engine"] == .number(Double(Engine.number)))
    #expect(
      components["inputs"] == [
        "curves": .string(MadeUp.inputs[0].sha256), "catalogue": .string(MadeUp.inputs[1].sha256),
      ])
    #expect(components["spec"]?["methods"]?["linear"] == "v1_fixed_ML")
    #expect(components["spec"]?["question"] == nil)
  }
}
